package lab.carousel.text;

import java.util.Optional;

/** How the program is cited. It names no author, address or DOI: it has none. */
public final class Citation {

    static final String TITLE = "{Carousel}: a desktop lab in which a class watches an {LSTM} learn to remember";
    static final String LICENCE = "Apache-2.0";
    /** Of this version. */
    static final String YEAR = "2026";

    private Citation() {}

    /** The program's version; empty if it runs from its classes. */
    public static Optional<String> version() {
        return Optional.ofNullable(Citation.class.getPackage().getImplementationVersion());
    }

    /** An entry of BibTeX, for a program of this version. */
    public static String bibtex(String version) {
        return """
                @misc{carousel,
                  title        = {%s},
                  year         = {%s},
                  howpublished = {Computer program, version %s},
                  note         = {Licence: %s}
                }"""
                .formatted(TITLE, YEAR, version, LICENCE);
    }
}
