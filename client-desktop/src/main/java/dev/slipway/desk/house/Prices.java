package dev.slipway.desk.house;

import dev.slipway.desk.ethereum.Money;
import dev.slipway.model.terms.PriceList;

/**
 * What publishing costs, as a server says.
 *
 * @param money what the list is in
 */
public record Prices(PriceList list, Money money) {}
