"""Kill the program at its failpoints, start it again, and compare what it holds with what the simulated OA knows."""
