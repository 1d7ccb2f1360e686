package lab.carousel.cli;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lab.carousel.drawing.export.PictureEncoder;
import lab.carousel.engine.Engine;
import lab.carousel.engine.choice.Engines;
import lab.carousel.model.EngineName;
import lab.carousel.study.many.WatchedEngine;
import lab.carousel.study.verification.Verifier;
import lab.carousel.text.Message;

/** A command line with a fake engine, whose output is caught. */
final class CommandLineFixture {

    final List<List<Path>> windows = new ArrayList<>();
    final List<EngineName> engines = new ArrayList<>();
    FakeEngine engine = new FakeEngine(0);
    PictureEncoder drawing = (picture, format) -> bytes(format + " " + picture.csv());
    Verifier verifier = new Verifier(Engines::named);
    Optional<Message> windowProblem = Optional.empty();
    boolean terminal;
    String output;
    String errors;

    /** Runs a command and keeps what it writes, with plain line ends. */
    int run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(out, err, terminal);
        int status = new CarouselCommandLine(tools(), console).run(arguments);
        output = out.toString().replace(System.lineSeparator(), "\n");
        errors = err.toString().replace(System.lineSeparator(), "\n");
        return status;
    }

    Tools tools() {
        return new Tools(
                name -> {
                    engines.add(name);
                    return engine;
                },
                drawing,
                verifier,
                files -> {
                    windows.add(files);
                    return windowProblem;
                });
    }

    /** The engines of the program, but that the kernel is a little wrong. */
    static Engine wrongKernel(EngineName name) {
        Engine engine = Engines.named(name);
        return name == EngineName.KERNEL ? WatchedEngine.offset(engine, 2e-9) : engine;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
