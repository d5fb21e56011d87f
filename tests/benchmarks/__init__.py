"""What `make bench` measures; limits are ratios to something measured in the same run."""
