"""Time, speed, rotation and charging speed."""

from __future__ import annotations

from catalog.units.kinds._make import maker
from catalog.units.unit import Kind

_time = maker("time")
TIME = Kind(
    "time",
    "time",
    (
        _time("s", "second", "1", "second", "sec", "secs", "second", "seconds", "с", "сек", "秒", ucum="s", rec20="SEC"),
        _time("min", "minute", "60", "minute", "mins", "minute", "minutes", "мин", "分钟", "分",
              ucum="min", rec20="MIN"),
        _time("h", "hour", "3600", "hour", "hr", "hrs", "hour", "hours", "std", "ч", "час", "часа", "часов", "小时",
              ucum="h", rec20="HUR"),
        _time("d", "day", "86400", "day", "day", "days", "дней", ucum="d", rec20="DAY"),
        _time("month", "month", "2629800", "month", "months", "mo", "месяцев", "个月", ucum="mo", rec20="MON"),
        _time("year", "year", "31557600", "year", "years", "yr", "yrs", "лет", "года", "год", "年", ucum="a", rec20="ANN"),
    ),
    dict.fromkeys(("metric", "us", "uk", "si"), "s"),
    mistakes={"m": "m is the metre; minutes are written min", "M": "minutes are written min"},
)  # fmt: skip

_speed = maker("speed")
SPEED = Kind(
    "speed",
    "speed",
    (
        _speed("km/h", "kilometre per hour", "1000/3600", "kilometer/hour", "kmh", "kph", "kmph", "km/hr", "км/ч",
               "公里/小时", "千米/小时", ucum="km/h", rec20="KMH"),
        _speed("mph", "mile per hour", "1609.344/3600", "mile/hour", "mi/h", "miles/h", "miles per hour",
               ucum="[mi_i]/h", rec20="HM"),
        _speed("m/s", "metre per second", "1", "meter/second", "м/с", ucum="m/s", rec20="MTS"),
    ),
    {"metric": "km/h", "us": "mph", "uk": "mph", "si": "m/s"},
    mistakes={"km": "km is a distance; km/h was probably meant", "kW/h": "km/h was probably meant"},
)  # fmt: skip

_rotation = maker("rotation")
ROTATION = Kind(
    "rotation",
    "speed of rotation",
    (
        # Rotations, not radians: 6000 r/min is 100 r/s. pint counts radians and makes 628 of it.
        _rotation("rpm", "revolution per minute", "1/60", "revolution/minute", "r/min", "min-1", "1/min", "rev/min",
                  "об/мин", "U/min", "tr/min", "giri/min", "转/分", ucum="{rev}/min", rec20="RPM"),
        _rotation("1/s", "revolution per second", "1", "revolution/second", "r/s", "rps", ucum="{rev}/s", rec20="RPS"),
    ),
    dict.fromkeys(("metric", "us", "uk", "si"), "rpm"),
    mistakes={"Nm": "N m is a torque; rpm was probably meant", "N m": "N m is a torque; rpm was probably meant"},
)  # fmt: skip
