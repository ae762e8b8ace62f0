"""What a seat, the table or an onlooker may know."""
