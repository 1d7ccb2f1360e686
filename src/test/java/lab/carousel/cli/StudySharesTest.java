package lab.carousel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lab.carousel.Sample;
import lab.carousel.engine.choice.Engines;
import lab.carousel.file.disk.Names;
import lab.carousel.file.study.ShardFile;
import lab.carousel.file.study.StudyFile;
import lab.carousel.study.many.Plan;
import lab.carousel.study.many.Results;
import lab.carousel.study.many.Shard;
import lab.carousel.study.many.StudyRun;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StudySharesTest extends CommandInFolder {

    private static final String SMALL =
            """
            {"format": "carousel study", "version": 1, "title": "Small", "question": "tuning", "seeds": 3,
             "experiment": {"hyperparameters": {"epochs": 2}},
             "axes": [{"name": "hiddenUnits", "values": [2, 3]}, {"name": "learningRate", "values": [0.1, 0.01]}]}
            """;
    private static final int SHARES = 5;

    private String study;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("s.json"), SMALL).toString();
    }

    private String share(int number) {
        return folder.resolve("share" + number).toString();
    }

    private int train(int number) {
        return run("study %s --part %s --out %s --threads 1", study, number + "/" + SHARES, share(number));
    }

    private static String join(String shares) {
        return "study --join " + shares + " --out @joined";
    }

    @Test
    void sharesPutTogetherAreTheSameBytesAsInOneGo() throws IOException {
        Path whole = folder.resolve("whole");
        assertThat(run("study %s --out %s", study, whole)).isZero();
        String report = carousel.output;
        for (int number = 1; number <= SHARES; number++) {
            assertThat(train(number)).isZero();
        }
        Path joined = folder.resolve("joined");

        assertThat(run(join("@share5 @share4 @share3 @share2 @share1"))).isZero();

        assertThat(carousel.output).isEqualTo(report);
        assertThat(Names.in(joined)).isEqualTo(Names.in(whole));
        try (Stream<Path> files = Files.list(whole)) {
            assertThat(files).allSatisfy(file -> assertThat(joined.resolve(file.getFileName()))
                    .hasSameBinaryContentAs(file));
        }
    }

    @Test
    void aShareThatIsMissingTwiceOrUnfinishedIsNamed() throws IOException {
        for (int number = 1; number <= SHARES; number++) {
            train(number);
        }
        Path out = folder.resolve("joined");

        assertRefused("2 of 5 shares are missing: 2, 4.", join("@share1 @share3 @share5"));
        assertRefused("Share 1 is there twice, in " + share(1), join("@share1 @share2 @share1"));
        Files.delete(Path.of(share(4), "share.npz"));
        assertRefused(
                "Share 4 in " + share(4) + " has finished 0 of its 2 runs",
                join("@share1 @share2 @share3 @share4 @share5"));
        assertRefused("holds no share of a study", join("@"));
        assertThat(out).doesNotExist();
    }

    /** Not one bit of a share can be another one, or its numbers are the same; without -Pexhaustive, one or two of each byte. */
    @Test
    void aDamagedShareIsRefusedWithItsFileOrHasTheSameNumbers() throws IOException {
        assertThat(train(1)).isZero();
        Path file = Path.of(share(1), "share.npz");
        ShardFile share = ShardFile.read(Path.of(share(1)));
        byte[] whole = Files.readAllBytes(file);
        Results results = share.results();
        assertThat(results.finished()).hasSize(3);
        assertThat(whole).hasSizeGreaterThan(500);
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit += Sample.isExhaustive() ? 1 : 7) {
            byte[] flipped = whole.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, flipped);
            assertToldOrSame("bit " + bit, share, results);
        }
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file, flipped);
        assertRefused(file + " is damaged", "study %s --part 1/5 --out %s", study, share(1));

        Path json = Path.of(share(1), "share.json");
        Files.writeString(json, Files.readString(json).replace("\"version\": 2", "\"version\": 1"));
        assertRefused("written by an older version", "study %s --part 1/5 --out %s", study, share(1));
    }

    private static void assertSame(String what, Results results, Results whole) {
        assertThat(results.finished())
                .as(what)
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Double.compare(one, other) == 0, Double.class)
                .isEqualTo(whole.finished());
    }

    private static void assertToldOrSame(String damage, ShardFile share, Results whole) {
        try {
            assertSame(damage, share.results(), whole);
        } catch (InvalidInput told) {
            assertThat(told).as(damage).hasMessageContaining(share.folder().toString());
        }
    }

    @Test
    void aShareThatWasCutOffIsRefusedOrHasAllItsNumbers() throws IOException {
        assertThat(train(1)).isZero();
        Path file = Path.of(share(1), "share.npz");
        ShardFile share = ShardFile.read(Path.of(share(1)));
        Results results = share.results();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertToldOrSame("of " + length + " bytes", share, results);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        for (int number = 2; number <= SHARES; number++) {
            assertThat(train(number)).isZero();
        }
        assertRefused(file.toString(), join("@share1 @share2 @share3 @share4 @share5"));
    }

    @Test
    void aFolderKeepsOneShareOfOneStudy() {
        assertThat(train(1)).isZero();

        assertRefused("already holds share 1 of 5", "study %s --part 2/5 --out %s", study, share(1));
        assertRefused("", "study %s --part 1/5 --seeds 4 --out %s", study, share(1));
        assertRefused("There is no share 6 of 5", "study %s --part 6/5 --out %s", study, share(2));
        assertRefused("3/16", "study %s --part one --out %s", study, share(2));
    }

    @Test
    void aShareThatWasKilledGoesOnWhereItWas() throws InterruptedException {
        Plan plan = Plan.of(StudyFile.read(Path.of(study)));
        ShardFile share = new ShardFile(plan, new Shard(2, 3), folder);
        assertThat(share.begin("s").finished()).isEmpty();
        StudyRun whole = StudyRun.start(Results.none(plan), share.portion(), Engines::named, 1);
        whole.await(1, TimeUnit.MINUTES);
        Results all = whole.results();
        share.keep(new Results(plan, all.finished().subList(0, 1)));

        Results before = new ShardFile(plan, new Shard(2, 3), folder).begin("s");
        List<Integer> trained = new ArrayList<>();
        StudyRun rest = StudyRun.start(
                before,
                share.portion(),
                name -> {
                    trained.add(1);
                    return Engines.named(name);
                },
                1);
        rest.await(1, TimeUnit.MINUTES);

        assertThat(before.finished()).hasSize(1);
        assertThat(all.finished()).hasSize(4);
        assertThat(trained).hasSize(3);
        assertSame("the rest", rest.results(), all);
        assertThat(rest.progress().finished()).isEqualTo(4);
    }

    @Test
    void resultsThatAreLargerThanTheShareCanHaveAreRefusedUnread() throws IOException {
        Plan plan = Plan.of(StudyFile.read(Path.of(study)));
        ShardFile share = new ShardFile(plan, new Shard(2, 3), folder);
        share.begin("s");
        Path results = folder.resolve("share.npz");
        try (RandomAccessFile large = new RandomAccessFile(results.toFile(), "rw")) {
            large.setLength(3_000_000_000L);
        }

        assertThatThrownBy(() -> share.results())
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        results + " is larger than 1 megabytes, too large for a Carousel file: choose another file.");
    }
}
