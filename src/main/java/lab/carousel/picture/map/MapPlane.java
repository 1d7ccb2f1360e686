package lab.carousel.picture.map;

/** Which two of the axes are seen, each counted from 0. */
public enum MapPlane {
    FIRST_SECOND(0, 1),
    FIRST_THIRD(0, 2),
    SECOND_THIRD(1, 2);

    private final int across;
    private final int up;

    MapPlane(int across, int up) {
        this.across = across;
        this.up = up;
    }

    int across() {
        return across;
    }

    int up() {
        return up;
    }
}
