"""Zalo OA OpenAPI, typed: what the API says, and how sure one may be that it happened.

Start at ``console.zalo.client.ZaloClient`` and ``console.zalo.oauth.OAuthClient``. The package knows httpx (and httpcore, the
engine inside it) and nothing of ours. It never retries: whether a second attempt is safe is the gateway's decision.
"""
