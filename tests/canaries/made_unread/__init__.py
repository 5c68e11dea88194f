"""Channels by people who have not read the checker: functions `channel_name(secret, folder) -> Path`."""
