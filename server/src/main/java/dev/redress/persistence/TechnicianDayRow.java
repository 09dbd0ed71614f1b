package dev.redress.persistence;

import java.time.LocalDate;

/** A key to look work up by: whose and when. */
record TechnicianDayRow(String technician, LocalDate workDate) {}
