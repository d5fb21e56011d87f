"""Every sentence that a player reads, in each language, and the grammar that it needs."""
