package lab.carousel.ui.markdown;

/** Where the links of a text lead. */
public interface Links {

    /** No link leads anywhere: all are shown with their addresses. */
    Links NONE = new Links() {
        @Override
        public boolean leads(String address) {
            return false;
        }

        @Override
        public void follow(String address) {
            throw new IllegalStateException("a link that leads nowhere: " + address);
        }
    };

    /** Whether an address can be followed; otherwise it is shown. */
    boolean leads(String address);

    /** Goes there. */
    void follow(String address);
}
