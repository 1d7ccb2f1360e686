package lab.carousel.ui.markdown;

/** Where the links of a text lead. */
public interface Links {

    /** Whether an address can be followed; otherwise it is shown. */
    boolean leads(String address);

    void follow(String address);
}
