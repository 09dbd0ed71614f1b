package dev.redress.cli.connection;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * All items of a list, page after page (AIP-158). Only one page is held at a time.
 *
 * @param <P> the page
 * @param <T> the item
 */
final class Pages<P, T> implements Iterator<T> {
  private final Function<String, P> load;
  private final Function<P, List<T>> items;
  private final Function<P, String> nextToken;
  private Iterator<T> page = Collections.emptyIterator();
  private String token = "";
  private boolean started;

  /**
   * A list that is not read yet.
   *
   * @param load fetches the page of a token; the empty token is the first page
   * @param items the items of a page
   * @param nextToken the token of the page after, empty on the last
   */
  Pages(Function<String, P> load, Function<P, List<T>> items, Function<P, String> nextToken) {
    this.load = load;
    this.items = items;
    this.nextToken = nextToken;
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && (!started || !token.isEmpty())) {
      P loaded = load.apply(token);
      page = items.apply(loaded).iterator();
      token = nextToken.apply(loaded);
      started = true;
    }
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
