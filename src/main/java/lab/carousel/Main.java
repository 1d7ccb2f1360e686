package lab.carousel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import lab.carousel.cli.CarouselCommandLine;
import lab.carousel.cli.Console;
import lab.carousel.cli.ExitStatus;
import lab.carousel.cli.Tools;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.disk.LogFile;
import lab.carousel.study.verification.Verifier;
import lab.carousel.text.Message;
import lab.carousel.ui.CarouselApplication;
import lab.carousel.ui.WindowLauncher;

/**
 * Starts the program: opens the window, or runs a command. It is no JavaFX application itself, because Java refuses to
 * start one from the class path.
 */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] arguments) {
        PrintStream errors = System.err;
        try {
            System.exit(run(arguments, errors));
        } catch (NoClassDefFoundError withoutLibraries) {
            errors.println(Message.text("cli.noLibraries", String.valueOf(withoutLibraries.getMessage())));
            System.exit(ExitStatus.FAILED);
        }
    }

    private static int run(String[] arguments, PrintStream errors) {
        // pictures are drawn without a display, even where there is one
        System.setProperty("java.awt.headless", "true");
        LogFile.start();
        WindowLauncher launcher = new WindowLauncher(CarouselApplication.class);
        if (arguments.length == 0) {
            launcher.prepare();
        } else {
            LogFile.redirectJavaLogging();
        }
        // not System.out, which keeps it for itself if nothing can be written
        Console console = Console.of(new FileOutputStream(FileDescriptor.out), errors, System.getProperties());
        return new CarouselCommandLine(tools(launcher), console).run(arguments);
    }

    private static Tools tools(WindowLauncher launcher) {
        return new Tools(
                Engines::named,
                (picture, format) -> format.bytes(picture),
                new Verifier(Engines::named),
                launcher::open);
    }
}
