package lab.carousel;

import lab.carousel.cli.CarouselCommandLine;
import lab.carousel.cli.Console;
import lab.carousel.cli.Tools;
import lab.carousel.file.LogFile;

/**
 * Starts the program: opens the window, or runs a command. It is no JavaFX application itself, because Java refuses to
 * start one from the class path.
 */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Console console = Console.of(System.out, System.err, System.getProperties());
        LogFile.start();
        // pictures are drawn without a display, even where there is one
        System.setProperty("java.awt.headless", "true");
        int status = new CarouselCommandLine(tools(), console).run(arguments);
        System.exit(status);
    }

    /** WIRING: to be replaced by the engine, pictures, model zip and window of this program. */
    private static Tools tools() {
        return new Tools(
                experiment -> {
                    throw unwired("experiment -> new Dl4jEngine()");
                },
                snapshot -> {
                    throw unwired("the loss chart's picture");
                },
                snapshot -> {
                    throw unwired("the heatmap's picture");
                },
                (picture, format) -> {
                    throw unwired("PNG and SVG bytes");
                },
                (experiment, parameters) -> {
                    throw unwired("ModelZip::bytes");
                },
                files -> {
                    throw unwired("new WindowLauncher(CarouselApplication.class)::open");
                });
    }

    private static IllegalStateException unwired(String what) {
        return new IllegalStateException("not wired yet: " + what);
    }
}
