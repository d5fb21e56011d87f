"""One command a file; `client.__main__` chooses."""
