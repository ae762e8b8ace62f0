"""The computer players, used by the table and by the simulator."""
