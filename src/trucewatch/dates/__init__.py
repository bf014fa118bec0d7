"""When: dates, weekdays, nights, hours and ranges, resolved against the day of publication."""

from trucewatch.dates.calendar import Moment
from trucewatch.dates.mentions import DateMention, find_dates
from trucewatch.dates.reading import Clock, number_of

__all__ = ["Clock", "DateMention", "Moment", "find_dates", "number_of"]
