"""The rules of Locarno: pure values and functions, no clock, no luck, no files, no sockets."""
