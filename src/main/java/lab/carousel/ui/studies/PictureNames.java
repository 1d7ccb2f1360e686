package lab.carousel.ui.studies;

import lab.carousel.text.Message;

/** What the pictures of studies are called on buttons and in menus. */
final class PictureNames {

    private static final String SEARCH = "search-";

    private PictureNames() {}

    /** The name on the screen of a picture of that name; those of a random search are numbered by their axes. */
    static String of(String picture) {
        return picture.startsWith(SEARCH)
                ? Message.text("studyWindow.picture.search", picture.substring(SEARCH.length()))
                : Message.text("studyWindow.picture." + picture);
    }
}
