"""The server of the phones: joining, rejoining, messages, and the page itself."""
