"""What Baken is held against: the plain, fast way that leaves out everything Baken adds."""
