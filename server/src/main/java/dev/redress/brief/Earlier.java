package dev.redress.brief;

import dev.redress.money.Money;

/**
 * Other disputes of a customer and all that was given back to it in one currency, over some time.
 *
 * @param disputes how many others were opened
 * @param disputed what is, or was, in dispute in them
 * @param credits how many were issued, for whatever dispute
 * @param credited all of them, less what was taken back
 */
public record Earlier(long disputes, Money disputed, long credits, Money credited) {}
