"""Bàn trực: duty console for a provincial police Zalo Official Account."""
