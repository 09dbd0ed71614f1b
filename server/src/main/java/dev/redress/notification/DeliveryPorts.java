package dev.redress.notification;

import dev.redress.journal.EventStore;
import dev.redress.journal.Journal;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.function.DoubleSupplier;

/**
 * What is needed to send events.
 *
 * @param chance from 0 to 1, another one each time
 * @param worker the name under which this process takes targets, another one on each server
 */
public record DeliveryPorts(
    Transactions transactions,
    DeliveryStore deliveries,
    LetterStore letters,
    EventStore events,
    Journal journal,
    InstantSource clock,
    DoubleSupplier chance,
    String worker) {}
