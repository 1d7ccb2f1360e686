package lab.carousel.campaign;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lab.carousel.cli.StudyRunner;

/** Bad command lines: each must end with a status that is documented, and what is wrong in one line. */
final class Commands {

    private static final int LAST_STATUS = 3;

    private final SplittableRandom random;
    private final List<String> words;
    long tried;
    final List<String> falls = new ArrayList<>();

    Commands(SplittableRandom random, Path folder) {
        this.random = random;
        // what is written goes into the folder, and nowhere else
        this.words = List.of(
                "train",
                "study",
                "--seed",
                "--epochs",
                "--set",
                "--engine",
                "--json",
                "--quiet",
                "--threads",
                "--seeds",
                "--list",
                "--help",
                "--version",
                "-V",
                "kernel",
                "nonsense",
                "0",
                "1",
                "-1",
                "1e9",
                "99999999999999999999",
                "NaN",
                "",
                " ",
                "momentum=0.5",
                "hiddenUnits=3",
                "hiddenUnits=",
                "=",
                "epochs=1",
                "cell=gru",
                "cell=x",
                "clipping=none",
                folder + "/missing.carousel",
                folder.toString(),
                "/dev/null",
                "--csv=" + folder + "/a.csv",
                "--csv=" + folder + "/no/such/a.csv",
                "--csv=" + folder,
                "--csv=",
                "--chart=" + folder + "/a.svg",
                "--chart=" + folder + "/a.csv",
                "--heatmap=" + folder + "/a.png",
                "--out=" + folder + "/study",
                "--out=",
                "\u001b[2J",
                "\u202e",
                "a\u0000b",
                "assets/examples/stateless.carousel",
                "--no-such",
                "--set=",
                "--epochs=2",
                "--seed=-5",
                "@file",
                "x".repeat(3_000));
    }

    void run(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            attempt();
        }
    }

    private void attempt() {
        List<String> arguments = new ArrayList<>();
        arguments.add(random.nextInt(4) == 0 ? word() : random.nextBoolean() ? "train" : "study");
        int more = random.nextInt(6);
        for (int argument = 0; argument < more; argument++) {
            arguments.add(word());
        }
        if (arguments.get(0).equals("train")) {
            // so that a good one is over soon
            arguments.add("--epochs=1");
        }
        tried++;
        StringWriter said = new StringWriter();
        try {
            int status = StudyRunner.run(new PrintWriter(said), arguments.toArray(String[]::new));
            String all = said.toString();
            boolean isGood = status >= 0
                    && status <= LAST_STATUS
                    && !all.contains("\tat ")
                    && !all.contains("Exception")
                    && all.indexOf('\u001b') < 0
                    && all.indexOf('\u202e') < 0;
            if (!isGood || status == 2 && all.lines().count() != 1) {
                falls.add(arguments + " -> " + status + ": " + all.substring(0, Math.min(300, all.length())));
            }
        } catch (RuntimeException | Error fallen) {
            falls.add(arguments + " -> " + fallen);
        }
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }
}
