"""What people read: reports, facts, claims and timelines on a console."""
