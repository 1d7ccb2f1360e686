package lab.carousel.classroom;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import lab.carousel.drawing.colour.Colours;
import lab.carousel.engine.kernel.KernelEngine;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.file.disk.OtherProgram;
import lab.carousel.file.lesson.ShippedLessons;
import lab.carousel.file.page.PageClass;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.LessonStep;
import lab.carousel.lesson.StepAnswers;
import lab.carousel.lesson.Tally;
import lab.carousel.lesson.answers.AnswerSheet;
import lab.carousel.lesson.answers.LessonAnswers;
import lab.carousel.model.Experiment;
import lab.carousel.model.Hyperparameters;
import lab.carousel.model.Settings;
import lab.carousel.training.Run;

/**
 * A class of simulated phones, each an address of the loopback network, that a teacher leads through a whole lesson in some
 * seconds over HTTP, while others flood the server, stop reading, and send slowly: how long everything takes, and what is lost.
 * The server is a program of its own with two processors and 256 megabytes. On Linux:
 *
 * <pre>java -cp ... lab.carousel.classroom.ClassLoad [PHONES [SECONDS [train] [calm] [router]]]</pre>
 *
 * <p>With {@code train} the server trains the reference task at full speed meanwhile; with {@code calm} nobody attacks it. With
 * {@code router} all have one address, join within the whole time, and one of them asks for new ids without end, keeps 300
 * unfinished headers and 4,000 connections that send nothing.
 */
final class ClassLoad {

    private static final Lesson LESSON = ShippedLessons.read("gradient");
    private static final Pattern MOMENT = Pattern.compile(
            "\"number\":(\\d+),\"led\":true,\"step\":(\\d+),\"round\":(\\d+),\"revealed\":(true|false)");

    private static final Pattern ID = Pattern.compile("(?i)class-id: (\\S+)");

    private final URI address;
    private final long end;
    /** How long phones take to come; 0 where each has an address of its own. */
    private final int routerMillis;

    private final Map<String, List<Long>> micros = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> replies = new ConcurrentHashMap<>();
    /** The last sheet of each student that was confirmed. */
    private final Map<String, AnswerSheet> confirmed = new ConcurrentHashMap<>();
    /** When each moment was begun. */
    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();

    private ClassLoad(URI address, long end, int routerMillis) {
        this.address = address;
        this.end = end;
        this.routerMillis = routerMillis;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            serve(Path.of(arguments[1]), arguments.length > 2);
            return;
        }
        int phones = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        List<String> choices = List.of(arguments);
        Path folder = Files.createTempDirectory("class");
        ProcessBuilder program = choices.contains("train")
                ? OtherProgram.of(ClassLoad.class, "serve", folder, "train")
                : OtherProgram.of(ClassLoad.class, "serve", folder);
        List<String> command = new ArrayList<>(program.command());
        command.addAll(1, List.of("-Xmx256m", "-XX:ActiveProcessorCount=2"));
        program.command(command);
        Process server = program.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = server.inputReader();
                PrintWriter acts = new PrintWriter(
                        new OutputStreamWriter(server.getOutputStream(), StandardCharsets.UTF_8), true)) {
            URI address = URI.create(said.readLine());
            ClassLoad load = new ClassLoad(
                    address,
                    System.nanoTime() + (seconds + 5) * 1_000_000_000L,
                    choices.contains("router") ? seconds * 1_000 : 0);
            load.run(phones, seconds, acts, !choices.contains("calm"));
            acts.println("end");
            said.lines().forEach(System.out::println);
            load.report(folder);
        } finally {
            server.destroyForcibly();
        }
    }

    /** Does what a teacher does, as it is told on standard input. */
    private static void serve(Path folder, boolean trains) throws IOException {
        LiveClass live = new LiveClass(folder, Optional.of(LESSON), true);
        live.expect(1_000);
        byte[] page = PageClass.page(Experiment.reference(), Colours.OKABE_ITO);
        Experiment experiment = Experiment.reference()
                .with(Hyperparameters.reference().with(Settings.EPOCHS, Hyperparameters.MAX_EPOCHS));
        try (Run run = new Run(experiment, new KernelEngine(), Optional.empty());
                ClassServer server = new ClassServer(live, page, InetAddress.getByName("127.0.0.1"), 0, Set.of());
                BufferedReader acts = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            if (trains) {
                run.play();
            }
            System.out.println(server.address());
            for (String act = acts.readLine(); !act.equals("end"); act = acts.readLine()) {
                if (act.equals("reveal")) {
                    live.reveal();
                } else if (act.equals("again")) {
                    live.askAgain();
                } else {
                    live.lead(Integer.parseInt(act));
                }
            }
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            System.gc();
            System.out.printf(
                    "server: %,d MB at most with garbage, %,d MB of heap live, %,d threads at most, processor %.1f s%n",
                    peak >> 20,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                    ManagementFactory.getThreadMXBean().getPeakThreadCount(),
                    ProcessHandle.current()
                                    .info()
                                    .totalCpuDuration()
                                    .orElseThrow()
                                    .toMillis()
                            / 1_000.0);
            System.out.printf(
                    "%d joined, %d answered in the last step%n",
                    live.counts().joined(), live.answers().students().size());
        }
    }

    private void run(int phones, int seconds, PrintWriter acts, boolean isAttacked) throws InterruptedException {
        List<Thread> all = new ArrayList<>();
        for (int phone = 0; phone < phones; phone++) {
            int number = phone;
            all.add(begin(() -> phone(number)));
        }
        if (isAttacked && routerMillis > 0) {
            begin(() -> flood("/TOKEN/step?after=0&id=&at=0", "127.0.0.1"));
            begin(() -> hold("unfinished headers", 300, "GET /TOKEN/ HTTP/1.1\r\nHost: "));
            begin(() -> hold("silent connections", 4_000, ""));
        } else if (isAttacked) {
            begin(() -> flood("/TOKEN/", "127.0.0.2"));
            begin(() -> flood("/TOKEN/../../etc/passwd", "127.0.0.2"));
            begin(this::stopReading);
            begin(this::sendSlowly);
        }
        Thread.sleep(1_000);
        int moment = 1;
        List<String> lesson = new ArrayList<>();
        for (int step = 1; step <= LESSON.steps().size(); step++) {
            lesson.add(String.valueOf(step));
            if (LESSON.steps().get(step - 1).question().isPresent()) {
                lesson.addAll(List.of("again", "reveal"));
            }
        }
        for (String act : lesson) {
            moment++;
            begun.put(moment, System.nanoTime());
            acts.println(act);
            Thread.sleep(seconds * 1_000L / lesson.size());
        }
        for (Thread phone : all) {
            phone.join();
        }
    }

    private interface Life {

        void live() throws IOException, InterruptedException;
    }

    private static Thread begin(Life life) {
        Thread thread = new Thread(() -> {
            try {
                life.live();
            } catch (IOException | InterruptedException problem) {
                System.out.println("a phone failed: " + problem);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Of twenty phones one is late, one drops out for a while, one reloads the page all the time, one sends all three times. */
    private void phone(int number) throws IOException, InterruptedException {
        Random random = new Random(number);
        String from = routerMillis > 0 ? "127.0.0.1" : "127.0.1." + (1 + number % 250);
        int kind = number % 20;
        Thread.sleep(routerMillis > 0 ? random.nextInt(routerMillis) : kind == 1 ? 4_000 : random.nextInt(500));
        timed("page", from, "GET", "/TOKEN/", "Accept-Encoding: gzip\r\n", "");
        Map<String, StepAnswers> answers = new LinkedHashMap<>();
        int after = 0;
        String id = "";
        while (System.nanoTime() < end) {
            String query = "/TOKEN/step?after=" + after + "&id=" + id + "&at=0";
            Head told = after == 0
                    ? timed("joining", from, "GET", query, "Accept-Encoding: gzip\r\n", "")
                    : ask(from, "GET", query, "Accept-Encoding: gzip\r\n", "");
            long now = System.nanoTime();
            id = told.id.isEmpty() ? id : told.id;
            Matcher moment = MOMENT.matcher(told.text);
            if (!moment.find()) {
                count("told " + told.status);
                continue;
            }
            int next = Integer.parseInt(moment.group(1));
            if (next == after + 1 && begun.containsKey(next)) {
                micros("told", (now - begun.get(next)) / 1_000);
            }
            after = next;
            if (kind == 2 && after == 4) {
                Thread.sleep(3_000);
            }
            if (kind == 3) {
                timed("page", from, "GET", "/TOKEN/", "Accept-Encoding: gzip\r\n", "");
            }
            LessonStep step = LESSON.steps().get(Integer.parseInt(moment.group(2)) - 1);
            if (step.question().isPresent()) {
                answer(answers, step, Integer.parseInt(moment.group(3)), random);
                Thread.sleep(random.nextInt(300));
                for (int time = 0; time < (kind == 4 ? 3 : 1); time++) {
                    handIn(id, from, answers);
                }
            }
            if (after > 1
                    && after == begun.size() + 1
                    && begun.containsKey(after)
                    && System.nanoTime() > end - 4_000_000_000L) {
                return;
            }
        }
    }

    private static void answer(Map<String, StepAnswers> answers, LessonStep step, int round, Random random) {
        int choices = step.question().orElseThrow().choices().size();
        Tally hand = hand(choices, random.nextInt(choices));
        StepAnswers before = answers.get(step.id());
        answers.put(
                step.id(),
                before == null || round == 1
                        ? new StepAnswers(Optional.of(hand), Optional.empty(), "because " + round, List.of(), List.of())
                        : new StepAnswers(
                                before.before(),
                                List.of(hand),
                                Optional.empty(),
                                before.reason(),
                                List.of(),
                                List.of(),
                                false));
    }

    private static Tally hand(int choices, int choice) {
        List<Integer> hands = new ArrayList<>(Collections.nCopies(choices, 0));
        hands.set(choice, 1);
        return new Tally(hands, true);
    }

    private void handIn(String id, String from, Map<String, StepAnswers> answers) throws IOException {
        AnswerSheet sheet = new AnswerSheet(
                new AnswerSheet.From(id, "", "1.0"),
                new LessonAnswers(
                        "gradient",
                        LESSON.version(),
                        LESSON.steps().stream().map(LessonStep::id).toList()),
                answers,
                List.of(),
                Optional.empty());
        Head reply = timed(
                "answers",
                from,
                "POST",
                "/TOKEN/answers",
                "Content-Type: application/json\r\n",
                AnswersFile.text(sheet));
        if (reply.status == 200) {
            confirmed.put(id, sheet);
        }
    }

    /** A reply with the id that it gives, and the beginning of its text. */
    private record Head(int status, String id, String text) {

        static final Head NONE = new Head(0, "", "");
    }

    private Head timed(String what, String from, String method, String path, String headers, String body)
            throws IOException {
        long before = System.nanoTime();
        Head reply = ask(from, method, path, headers, body);
        micros(what, (System.nanoTime() - before) / 1_000);
        count(what + " " + reply.status);
        return reply;
    }

    private Head ask(String from, String method, String path, String headers, String body) throws IOException {
        Phone phone = new Phone(address);
        try (Socket socket = phone.connect(from)) {
            Phone.write(socket, phone.request(method, path, headers, body));
            return head(new BufferedInputStream(socket.getInputStream(), 16_384));
        } catch (SocketException cutOff) {
            return Head.NONE;
        }
    }

    private static Head head(InputStream reply) throws IOException {
        StringBuilder headers = new StringBuilder();
        for (int letter = reply.read(); letter >= 0; letter = reply.read()) {
            headers.append((char) letter);
            if (headers.length() > 3 && headers.lastIndexOf("\r\n\r\n") == headers.length() - 4) {
                break;
            }
        }
        if (headers.length() < 12) {
            return Head.NONE;
        }
        boolean isPacked = headers.toString().toLowerCase(Locale.ROOT).contains("encoding: gzip");
        String text =
                new String((isPacked ? new GZIPInputStream(reply) : reply).readNBytes(200), StandardCharsets.UTF_8);
        reply.transferTo(OutputStream.nullOutputStream());
        Matcher id = ID.matcher(headers);
        return new Head(Integer.parseInt(headers.substring(9, 12)), id.find() ? id.group(1) : "", text);
    }

    private void micros(String what, long number) {
        micros.computeIfAbsent(what, any -> Collections.synchronizedList(new ArrayList<>()))
                .add(number);
    }

    private void count(String what) {
        replies.computeIfAbsent(what, any -> new AtomicInteger()).incrementAndGet();
    }

    private void flood(String path, String from) throws IOException {
        while (System.nanoTime() < end) {
            count("flood " + ask(from, "GET", path, "", "").status);
        }
    }

    private void stopReading() throws IOException, InterruptedException {
        List<Socket> stopped = new ArrayList<>();
        Phone phone = new Phone(address);
        while (System.nanoTime() < end) {
            Socket socket = phone.connect("127.0.0.3");
            Phone.write(socket, phone.request("GET", "/TOKEN/", "", ""));
            stopped.add(socket);
            Thread.sleep(100);
        }
        count("stopped reading " + stopped.size());
    }

    private void sendSlowly() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        Phone phone = new Phone(address);
        for (int each = 0; each < 50; each++) {
            slow.add(phone.connect("127.0.0.4"));
        }
        while (System.nanoTime() < end) {
            for (Socket socket : slow) {
                try {
                    Phone.write(socket, "G");
                } catch (IOException cutOff) {
                    count("slow ones cut off");
                }
            }
            Thread.sleep(500);
        }
    }

    /** Keeps connections that have sent the beginning of a request, and others in the place of those that are ended. */
    private void hold(String what, int number, String begun) throws IOException, InterruptedException {
        Deque<Socket> held = new ArrayDeque<>();
        Phone phone = new Phone(address);
        while (System.nanoTime() < end) {
            try {
                Socket socket = phone.connect("127.0.0.1");
                Phone.write(socket, begun);
                held.add(socket);
                count(what);
            } catch (IOException refused) {
                count(what + " refused");
            }
            if (held.size() >= number) {
                held.remove().close();
                Thread.sleep(1);
            }
        }
    }

    private void report(Path folder) throws IOException {
        new HashMap<>(micros).forEach((what, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            System.out.printf(
                    "%-8s %,6d: median %,.1f ms, 99 %% %,.1f ms, longest %,.1f ms%n",
                    what,
                    sorted.size(),
                    sorted.get(sorted.size() / 2) / 1_000.0,
                    sorted.get(sorted.size() * 99 / 100) / 1_000.0,
                    sorted.get(sorted.size() - 1) / 1_000.0);
        });
        replies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> System.out.println(each.getKey() + ": " + each.getValue()));
        int lost = 0;
        int late = 0;
        for (Map.Entry<String, AnswerSheet> each : confirmed.entrySet()) {
            Path file = folder.resolve(AnswersFile.name("gradient", each.getKey()));
            Map<String, StepAnswers> kept =
                    AnswersFile.parse("kept", Files.readAllBytes(file)).answers();
            for (String step : each.getValue().answers().keySet()) {
                lost += kept.containsKey(step) && kept.get(step).isPredicted() ? 0 : 1;
                late += kept.containsKey(step) && kept.get(step).isLate() ? 1 : 0;
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            System.out.printf(
                    "%d students confirmed, %d files, %d confirmed answers lost, %d late%n",
                    confirmed.size(), files.count(), lost, late);
        }
    }
}
