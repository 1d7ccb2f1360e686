package lab.carousel.file.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One Python for many programs. To start one and to load a library takes seconds: so it does that once, and each program
 * is run by a copy of the process, in which no other program has run.
 */
final class Python implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of("/usr/bin/python3");

    /** Reads what to do with which program, a line each; answers with what is printed, and with how it ended. */
    private static final String LOOP =
            """
            import importlib.util, os, py_compile, runpy, sys, traceback, warnings
            for module in sys.argv[1:]:
                if importlib.util.find_spec(module):
                    importlib.import_module(module)
            def has(module):
                sys.exit(importlib.util.find_spec(module) is None)
            def compile(program):
                warnings.simplefilter("error")
                py_compile.compile(program, doraise=True)
            def run(program):
                sys.argv = [program]
                runpy.run_path(program, run_name="__main__")
            for line in sys.stdin:
                what, argument = line.rstrip("\\n").split(" ", 1)
                child = os.fork()
                if child == 0:
                    status = 0
                    try:
                        os.dup2(1, 2)
                        {"has": has, "compile": compile, "run": run}[what](argument)
                    except SystemExit as exit:
                        status = int(exit.code or 0)
                    except BaseException:
                        traceback.print_exc()
                        status = 1
                    sys.stdout.flush()
                    sys.stderr.flush()
                    os._exit(status)
                status = os.waitpid(child, 0)[1]
                print("\\nended with", status, flush=True)
            """;

    private static final String END = "ended with ";

    private final Process process;
    private final PrintStream asked;
    private final BufferedReader answered;

    /** Starts Python, with these modules loaded if they are there. */
    Python(String... modules) throws IOException {
        List<String> command = new ArrayList<>(List.of(EXECUTABLE.toString(), "-c", LOOP));
        command.addAll(List.of(modules));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        // The arrays are small: threads would only wait for each other.
        builder.environment().put("OMP_NUM_THREADS", "1");
        process = builder.start();
        asked = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answered = process.inputReader(StandardCharsets.UTF_8);
    }

    static boolean isHere() {
        return Files.isExecutable(EXECUTABLE);
    }

    boolean has(String module) throws IOException {
        return ask("has " + module).status() == 0;
    }

    /** Compiles it, every warning being an error. */
    void compile(Path program) throws IOException {
        runs("compile " + program);
    }

    /** @return what it prints */
    List<String> run(Path program) throws IOException {
        return runs("run " + program);
    }

    private List<String> runs(String question) throws IOException {
        Answer answer = ask(question);
        assertThat(answer.status()).as(String.join("\n", answer.printed())).isZero();
        return answer.printed();
    }

    private Answer ask(String question) throws IOException {
        asked.println(question);
        List<String> printed = new ArrayList<>();
        for (String line = answered.readLine(); line != null; line = answered.readLine()) {
            if (line.startsWith(END)) {
                return new Answer(printed, Integer.parseInt(line.substring(END.length())));
            }
            printed.add(line);
        }
        throw new IOException("Python has ended: " + printed);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private record Answer(List<String> printed, int status) {}
}
