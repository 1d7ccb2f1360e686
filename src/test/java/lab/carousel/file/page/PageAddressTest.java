package lab.carousel.file.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Output;
import lab.carousel.model.ResetPolicy;
import lab.carousel.model.Setting;
import lab.carousel.model.Settings;
import lab.carousel.model.layout.Cell;
import lab.carousel.model.trace.HeatmapLayer;
import lab.carousel.task.Alphabet;
import lab.carousel.task.Step;
import lab.carousel.text.InvalidInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that open an experiment, without a browser. */
class PageAddressTest {

    private static final String OPEN = "const open = (fragment) => readAddressed(readAddress(fragment), given,"
            + " ['h', 'c', 'i', 'f', 'o', 'g', 'y'], ['loss', 'cell']);"
            + " const told = (fragment) => open(fragment).complaints"
            + ".map(({ field, key, values }) => field + ' ' + key + ' ' + JSON.stringify(values)).join('; ');"
            + " const taught = [{ name: 'was-it-memory', steps: [1, 2, 3] }, { name: 'race', steps: [1] }];"
            + " const same = (experiment, seen) => { const back = open(writeAddress(experiment, given, seen));"
            + " return JSON.stringify(back.experiment) === JSON.stringify(experiment)"
            + " && JSON.stringify(back.lookedAt) === JSON.stringify(seen); };";

    private static PageScripts scripts;

    @BeforeAll
    static void load() {
        scripts = new PageScripts("settings", "address");
        scripts.run("var given = " + new PageExperiment(Experiment.reference()).json() + "; 0");
        scripts.run(OPEN.replace("const ", "var ").replace("var back", "const back") + " 0");
    }

    @AfterAll
    static void close() {
        scripts.close();
    }

    private static String complaints(String fragment) {
        return scripts.run("told('" + fragment + "')");
    }

    /** Complains in one field, without an experiment. */
    private static void refuses(String fragment, String expected) {
        assertThat(complaints(fragment)).isEqualTo(expected);
        assertThat(scripts.run("String(open('" + fragment + "').experiment)")).isEqualTo("null");
    }

    @Test
    void anAddressSaysOnlyWhatTheTutorialDoesNot() {
        assertThat(scripts.run("writeAddress(given, given, {})")).isEmpty();
        assertThat(scripts.run("writeAddress(open('updateInterval=4&seed=7').experiment, given,"
                        + " { epoch: 120, step: 4, lesson: 'was-it-memory' })"))
                .isEqualTo("updateInterval=4&seed=7&lesson=was-it-memory&epoch=120&step=4");
        assertThat(scripts.run("writeAddress(open('task=3+0+3,4+0+4&output=softmax&updateInterval=whole+sequence"
                        + "&resetPolicy=after+epoch').experiment, given, {})"))
                .isEqualTo("task=3+0+3,4+0+4&output=softmax&updateInterval=whole+sequence&resetPolicy=after+epoch");
    }

    @Test
    void aTaskBringsItsSymbolsUnlessTheAlphabetOfTheTutorialHasThem() {
        assertThat(scripts.run("open('task=4+0+4,3+0+3').experiment.alphabet.join(' ')"))
                .isEqualTo("0 1 2 3 4");
        assertThat(scripts.run("open('task=y+a+y,x+a+x').experiment.alphabet.join(' ')"))
                .isEqualTo("y a x");
        assertThat(scripts.run("writeAddress(open('task=y+a+y&alphabet=a+y').experiment, given, {})"))
                .isEqualTo("task=y+a+y&alphabet=a+y");
    }

    static Stream<String> symbols() {
        return Stream.of(
                "ä ö ß", "a+b c&d e=f", "1,5 # %41", "\\' \" \\\\", "日本 語 🎠", "<b> javascript: __proto__", "50% ? /");
    }

    @ParameterizedTest
    @MethodSource("symbols")
    void everySymbolComesBackFromAnAddressThatAnyServerTakes(String symbols) {
        String experiment = "Object.assign({}, given, readExperiment(Object.assign(textsOf(given), { alphabet: 'z "
                + symbols + "', sequences: 'z " + symbols + "\\n" + symbols + " z' }), given).experiment)";
        assertThat(scripts.run("String(same(" + experiment + ", { epoch: 3, sequence: 2, step: 2 }))"))
                .isEqualTo("true");
        assertThat(scripts.run("writeAddress(" + experiment + ", given, {})")).matches("[\\w.!~*'()%,+&=-]+");
    }

    @Test
    void everyExperimentOfTheFormComesBack() {
        SplittableRandom random = new SplittableRandom(26);
        for (int number = 0; number < 200; number++) {
            String texts =
                    "{ units: '%d', learningRate: '%s', interval: '%s', epochs: '%d', seed: '%d', output: '%s', reset: '%s' }"
                            .formatted(
                                    random.nextInt(1, 171),
                                    random.nextBoolean() ? "1e-" + random.nextInt(9) : random.nextDouble(1e-9, 100),
                                    random.nextBoolean() ? "" : random.nextInt(1, 5_001),
                                    random.nextInt(1, 10_001),
                                    random.nextLong(0, 9_007_199_254_740_992L),
                                    Output.values()[random.nextInt(2)],
                                    // Without a state only an interval of 1 is allowed
                                    ResetPolicy.values()[random.nextInt(3)]);
            assertThat(scripts.run("String(same(readExperiment(Object.assign(textsOf(given), " + texts
                            + "), given).experiment, { epoch: 1, unit: 1, layer: 'c', place: 'cell' }))"))
                    .as(texts)
                    .isEqualTo("true");
        }
    }

    private static LabAddress address(Experiment experiment, Optional<Step> step, HeatmapLayer layer, int unit) {
        return new LabAddress(PageArithmeticTest.trained(experiment), step, layer, unit);
    }

    @Test
    void theWindowWritesWhatThePageReads() {
        for (Experiment experiment : PageChangesTest.setUps()) {
            Hyperparameters settings = experiment.hyperparameters();
            LabAddress address =
                    address(experiment, Optional.of(experiment.task().step(0, 1)), HeatmapLayer.CELL_STATE, 0);
            assertThat(address.obstacle().isEmpty())
                    .as("%s", experiment)
                    .isEqualTo(settings.equals(withUsual(settings)));
            if (address.obstacle().isPresent()) {
                continue;
            }
            String fragment = address.text().substring("lab.html#".length());
            assertThat(scripts.run("JSON.stringify(open('" + fragment + "').lookedAt)"))
                    .isEqualTo("{\"epoch\":%d,\"sequence\":1,\"step\":1,\"unit\":1,\"layer\":\"c\"}"
                            .formatted(settings.get(Settings.EPOCHS)));
            assertThat(scripts.run("JSON.stringify(textsOf(open('" + fragment + "').experiment))"))
                    .isEqualTo(scripts.run("JSON.stringify(textsOf(" + new PageExperiment(experiment).json() + "))"));
        }
    }

    /** The same with everything as in the tutorial that no field of the page stands for. */
    private static Hyperparameters withUsual(Hyperparameters settings) {
        Hyperparameters usual = Hyperparameters.reference();
        usual = Settings.CELL.copy(settings, usual);
        for (Setting<?> setting : PageExperiment.FIELDS.values()) {
            usual = setting.copy(settings, usual);
        }
        return usual;
    }

    @Test
    void theWindowSaysWhatNoAddressHolds() {
        Experiment tutorial =
                Experiment.reference().with(Hyperparameters.reference().with(Settings.EPOCHS, 1));
        assertThat(address(tutorial, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .text())
                .isEqualTo("lab.html#epochs=1&epoch=1");
        assertThat(address(tutorial, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .obstacle())
                .isEmpty();
        Experiment other =
                tutorial.with(all -> all.with(Settings.CELL, Cell.GRU).with(Settings.CLIPPING, 1.0));
        assertThat(address(other, Optional.empty(), HeatmapLayer.HIDDEN_STATE, -1)
                        .obstacle()
                        .orElseThrow()
                        .text())
                .isEqualTo("A link cannot open this run, because the lab has no field for: Clipping. Export a page"
                        + " instead.");
    }

    @Test
    void whatIsOutOfBoundsIsRefusedAsInTheForm() {
        refuses("hiddenUnits=513", "hiddenUnits page.problem.whole [1,512]");
        refuses("hiddenUnits=2.5", "hiddenUnits page.problem.whole [1,512]");
        refuses("hiddenUnits=200", "hiddenUnits page.obstacle.weights [165805,150000]");
        refuses("epochs=10001", "epochs page.problem.whole [0,10000]");
        refuses("seed=-1", "seed page.problem.whole [0,9007199254740991]");
        refuses("learningRate=1e400", "learningRate page.problem.rate [100]");
        refuses("updateInterval=half+sequence", "updateInterval page.problem.interval [5000]");
        refuses("resetPolicy=every+step&updateInterval=2", "updateInterval page.problem.stateless []");
        refuses(
                "resetPolicy=sometimes",
                "resetPolicy page.problem.choice" + " [\"after sequence, after epoch, never, every step\"]");
        refuses("output=SOFTMAX%20", "output page.problem.choice [\"sigmoid, softmax\"]");
        refuses("task=", "task page.problem.sequences [1,200]");
        refuses("task=3+0,4", "task page.problem.length [2,2,5000]");
        refuses("task=3+9&alphabet=3+0", "task page.problem.unknown [1,\"9\"]");
        refuses("task=a+a", "task page.problem.symbols [2,1024]");
        refuses("alphabet=a", "alphabet page.problem.symbols [2,1024]; task page.problem.unknown [1,\"3\"]");
        refuses("alphabet=0+1+2+3+4+0", "alphabet page.problem.twice [\"0\"]");
        refuses("task=a+" + "b".repeat(33), "task page.problem.symbolLength [32]");
        refuses("task=" + "0+1+".repeat(501) + "0", "task page.obstacle.steps [1002,1000]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%E2%80%8B", "%C2%9F", "%7F"})
    void symbolsThatNobodySeesAreRefusedAsInFiles(String symbol) {
        refuses("task=a+" + symbol + ",b+a", "task page.problem.invisible []");
    }

    /** Where refused code points begin and end, alone and after a letter: what the program refuses, the page refuses. */
    @Test
    void everySymbolThatIsRefusedInFilesIsRefusedHere() {
        List<Integer> edges = IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(point -> Alphabet.isUnwritable(point) != Alphabet.isUnwritable(point - 1)
                        || Alphabet.isInvisible(point) != Alphabet.isInvisible(point - 1))
                .flatMap(point -> IntStream.of(point - 1, point))
                .filter(PageAddressTest::isNoSpace)
                .boxed()
                .toList();
        assertThat(edges).hasSizeGreaterThan(100);
        assertThat(scripts.run(edges + ".map((point) => String.fromCodePoint(point)).flatMap((text) =>"
                        + " [text, 'a' + text].map(isUnwritable)).join()"))
                .isEqualTo(edges.stream()
                        .map(Character::toString)
                        .flatMap(text -> Stream.of(isRefused(text), isRefused("a" + text)))
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")));
    }

    /** White space of JavaScript, which no symbol has in the page. */
    private static boolean isNoSpace(int point) {
        return !(point >= 9 && point <= 13)
                && Character.getType(point) != Character.SPACE_SEPARATOR
                && point != 0x2028
                && point != 0x2029
                && point != 0xfeff;
    }

    private static boolean isRefused(String symbol) {
        try {
            Alphabet.checkSymbol(symbol);
            return false;
        } catch (InvalidInput refused) {
            return true;
        }
    }

    @Test
    void whatIsLookedAtMustBeThere() {
        assertThat(scripts.run(
                        "JSON.stringify(open('epoch=250&sequence=2&step=4&layer=c&unit=20&place=cell').lookedAt)"))
                .isEqualTo("{\"epoch\":250,\"sequence\":2,\"step\":4,\"unit\":20,\"layer\":\"c\",\"place\":\"cell\"}");
        refuses("epoch=251", "epoch page.problem.whole [0,250]");
        refuses("sequence=3", "sequence page.problem.whole [1,2]");
        refuses("step=5", "step page.problem.whole [1,4]");
        refuses("task=3+0,4+0+1&sequence=1&step=2", "step page.problem.whole [1,1]");
        refuses("unit=0", "unit page.problem.whole [1,20]");
        refuses("layer=z", "layer page.problem.choice [\"h, c, i, f, o, g, y\"]");
        refuses("place=body%20*", "place page.problem.choice [\"loss, cell\"]");
    }

    @Test
    void aLessonItsStepAndACellMustBeThere() {
        String read = "const read = readAddress('%s'); const found = readBase(read, taught, ['LSTM', 'GRU']);"
                + " return JSON.stringify(found) + read.complaints.map(({ field, values }) => field + values).join();";
        assertThat(scripts.run("(() => {" + read.formatted("lesson=was-it-memory&lessonStep=3") + "})()"))
                .isEqualTo("{\"lesson\":\"was-it-memory\",\"lessonStep\":3}");
        assertThat(scripts.run("(() => {" + read.formatted("lesson=race&lessonStep=2") + "})()"))
                .isEqualTo("{\"lesson\":\"race\"}lessonStep1,1");
        assertThat(scripts.run("(() => {" + read.formatted("lesson=constructor") + "})()"))
                .isEqualTo("{}lessonwas-it-memory, race");
        assertThat(scripts.run("(() => {" + read.formatted("cell=GRU") + "})()"))
                .isEqualTo("{\"cell\":\"GRU\"}");
        for (String name : List.of("transformer", "__proto__", "toString", "")) {
            assertThat(scripts.run("(() => {" + read.formatted("cell=" + name) + "})()"))
                    .isEqualTo("{}cellLSTM, GRU");
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        refuses("wrong=1", "wrong=1 page.problem.field []");
        refuses("=", "= page.problem.field []");
        refuses("__proto__=1", "__proto__=1 page.problem.field []");
        refuses("z".repeat(3_000), "z".repeat(24) + "… page.problem.field []");
        refuses("Seed=1", "Seed=1 page.problem.field []");
        refuses("toString=1", "toString=1 page.problem.field []");
        refuses("seed=1&seed=2", "seed=2 page.problem.again []");
        refuses("seed=%4", "seed page.problem.encoding []");
        refuses("seed", "seed page.problem.whole [0,9007199254740991]");
        refuses("task=" + "0+1,".repeat(1_000), "# page.problem.long [4005,4000]");
        assertThat(complaints("hiddenUnits=0&wrong=1"))
                .isEqualTo("wrong=1 page.problem.field []; hiddenUnits page.problem.whole [1,512]");
    }

    @Test
    void spacesMayBeWrittenInEitherWay() {
        List.of("task=3+0+3,4+0+4", "task=3%200%203,4%200%204", "&task=3+0+3,4+0+4&", "task=+3+0++3,+4+0+4+,")
                .forEach(fragment -> assertThat(scripts.run("textsOf(open('" + fragment + "').experiment).sequences"))
                        .as(fragment)
                        .isEqualTo("3 0 3\n4 0 4"));
        assertThat(scripts.run("open('learningRate=0,25&updateInterval=').experiment.learningRate"))
                .isEqualTo("0.25");
    }

    @Test
    void noTextWhateverEndsInAnError() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> pieces =
                List.of("task", "=", "&", ",", "+", "%", "%20", "3", "seed", "epoch", "-", "é", "__proto__");
        for (int number = 0; number < 2_000; number++) {
            StringBuilder fragment = new StringBuilder();
            for (int length = random.nextInt(1, 12); length > 0; length--) {
                fragment.append(pieces.get(random.nextInt(pieces.size())));
            }
            assertThat(scripts.run(
                            "String((({ experiment, complaints }) => (experiment === null) === complaints.length > 0)"
                                    + "(open('" + fragment + "')))"))
                    .as(fragment.toString())
                    .isEqualTo("true");
        }
    }
}
