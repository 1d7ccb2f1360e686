package lab.carousel;

/** Starts the program. */
public final class Main {

    private Main() {}

    /** Opens the window, or runs a command. */
    public static void main(String[] arguments) {
        System.out.println("carousel");
    }
}
