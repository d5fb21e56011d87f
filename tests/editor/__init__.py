"""What an editor makes of the schema, asked of the real yaml-language-server; `make editor` installs it beside the caches."""
