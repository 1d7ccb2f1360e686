package lab.carousel.file.code;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import lab.carousel.model.Experiment;
import lab.carousel.text.FileNumber;
import lab.carousel.text.InvalidInput;

/**
 * Exports an experiment as a program for a library: complete, commented, and with the same losses as here, because it
 * draws the same initial weights and makes the same updates.
 *
 * <p>The templates stand beside this class; those in Python share most of their parts.
 */
public final class Program {

    private Program() {}

    /**
     * Source of a program.
     *
     * @throws InvalidInput if it would train something else there
     */
    public static String of(Experiment experiment, Library library) {
        InvalidInput.throwIf(library.obstacle(experiment));
        Mustache.Compiler compiler = Mustache.compiler()
                .escapeHTML(false)
                .strictSections(true)
                .withFormatter(Program::written)
                .withLoader(Program::reader);
        Template template = compiler.compile(reader(library.template()));
        return template.execute(ProgramValues.of(experiment, library));
    }

    /** Writes the same digits on every Java version. */
    private static String written(Object value) {
        return value instanceof Double number ? FileNumber.text(number) : String.valueOf(value);
    }

    private static Reader reader(String name) {
        InputStream stream = Program.class.getResourceAsStream(name + ".mustache");
        if (stream == null) {
            throw new IllegalArgumentException("there is no template " + name);
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
