package lab.carousel.manual;

/**
 * A place in the manual.
 *
 * @param page   the name of the page, with {@code .md}
 * @param anchor the place on it; the top if empty
 */
public record Target(String page, String anchor) {

    /** The top of a page. */
    public static Target page(String page) {
        return new Target(page, "");
    }

    /**
     * The place that a link leads to.
     *
     * @param link {@code page.md}, {@code page.md#anchor} or {@code #anchor}
     * @param from the page on which it stands
     */
    public static Target of(String link, String from) {
        int hash = link.indexOf('#');
        String page = hash < 0 ? link : link.substring(0, hash);
        return new Target(page.isEmpty() ? from : page, hash < 0 ? "" : link.substring(hash + 1));
    }

    /** As a link is written. */
    public String link() {
        return anchor.isEmpty() ? page : page + "#" + anchor;
    }
}
