package lab.carousel.manual;

/**
 * A place in the manual; an empty anchor is the top of the page.
 *
 * @param page file name, with {@code .md}
 */
public record LinkTarget(String page, String anchor) {

    public static LinkTarget page(String page) {
        return new LinkTarget(page, "");
    }

    /**
     * Resolves a link.
     *
     * @param link {@code page.md}, {@code page.md#anchor} or {@code #anchor}
     * @param from the page with the link
     */
    public static LinkTarget of(String link, String from) {
        int hash = link.indexOf('#');
        String page = hash < 0 ? link : link.substring(0, hash);
        return new LinkTarget(page.isEmpty() ? from : page, hash < 0 ? "" : link.substring(hash + 1));
    }

    public String link() {
        return anchor.isEmpty() ? page : page + "#" + anchor;
    }
}
