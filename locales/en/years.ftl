# A partner's exchanges by year.

years-heading = Exchanges and people by year
years-year = Year
years-exchanges = Exchanges held
years-people = People counted
years-record = Record
years-none = None
years-none-recorded = None recorded
years-nobody-counted = Not counted
years-complete = complete
years-incomplete = incomplete
years-earlier = Earlier years
