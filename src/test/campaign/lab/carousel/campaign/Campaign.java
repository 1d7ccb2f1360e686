package lab.carousel.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tries to break the program for a while and writes what came of it to {@code target/campaign}: {@code mvn -q -Pcampaign test
 * -Dcampaign.seconds=600 -Dcampaign.seed=1 -Dcampaign.first=0 -Dcampaign.parts=}{@value #ALL_PARTS}. Each input is made from the seed and its number, so that a later campaign goes on where one ended.
 */
public final class Campaign {

    private static final Path OUT = Path.of("target/campaign");
    private static final String ALL_PARTS = "inputs,links,full,commands,windows,kills,signals,actions,soak";
    private static final int MEGABYTE = 1_000_000;

    private final long seed;
    private final long first;
    private final Path folder;
    private final List<String> report = new ArrayList<>();
    private final List<String> falls = new ArrayList<>();

    Campaign(long seed, long first, Path folder) {
        this.seed = seed;
        this.first = first;
        this.folder = folder;
    }

    /** The time is shared by the parts. */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        long seconds = Long.getLong("campaign.seconds", 600);
        List<String> parts =
                List.of(System.getProperty("campaign.parts", ALL_PARTS).split(","));
        // in memory where there is such a place, so that a million files wear no disk
        Path shared = Path.of("/dev/shm");
        Path folder = Files.isWritable(shared)
                ? Files.createTempDirectory(shared, "campaign")
                : Files.createTempDirectory("campaign");
        Campaign campaign = new Campaign(Long.getLong("campaign.seed", 1), Long.getLong("campaign.first", 0), folder);
        for (String part : parts) {
            campaign.run(part, TimeUnit.SECONDS.toNanos(seconds) / parts.size());
        }
        Files.createDirectories(OUT);
        Files.write(OUT.resolve("report-" + System.currentTimeMillis() + ".md"), campaign.lines());
        campaign.lines().forEach(System.out::println);
        System.exit(campaign.falls().isEmpty() ? 0 : 1);
    }

    /** Tries one part for a time. */
    void run(String part, long nanos) throws IOException, InterruptedException, ExecutionException, TimeoutException {
        SplittableRandom random = new SplittableRandom(seed + first);
        switch (part) {
            case "inputs" -> inputs(nanos);
            case "commands" -> commands(new Commands(random, folder), nanos);
            case "links" -> links(new Links(folder));
            case "full" -> full(random, nanos);
            case "windows" -> windows(new Windows(random, folder.resolve("sessions")), nanos);
            case "kills" -> kills(new Processes(random, folder), nanos);
            case "signals" -> signals(new Processes(random, folder), nanos);
            case "actions" -> actions(new Actions(folder));
            case "soak" -> soak(new Soak(random), nanos);
            default -> throw new IllegalArgumentException("no part of the campaign: " + part);
        }
    }

    /** What came of it, and what fell over. */
    List<String> lines() {
        List<String> all = new ArrayList<>(report);
        all.add("Fell over: " + falls.size());
        all.addAll(falls);
        return all;
    }

    /** What fell over, or was lost. */
    List<String> falls() {
        return falls;
    }

    private void inputs(long nanos) throws IOException {
        Inputs inputs = new Inputs(Formats.all(folder), folder, seed);
        long next = inputs.run(first, nanos);
        report.add("Inputs " + first + " to " + (next - 1) + " of seed " + seed);
        report.add(Count.head());
        Count all = new Count();
        for (Map.Entry<String, Count> count : inputs.counts().entrySet()) {
            report.add(count.getValue().row(count.getKey()));
            count.getValue().falls.forEach(fall -> falls.add(count.getKey() + " " + fall));
            all.add(count.getValue());
        }
        report.add(all.row("all"));
        report.add("Slowest (ms):");
        report.addAll(inputs.extremes().get(0).lines(MEGABYTE));
        report.add("Largest (MB):");
        report.addAll(inputs.extremes().get(1).lines(MEGABYTE));
        inputs.extremes().get(0).save(OUT.resolve("slowest"));
        inputs.extremes().get(1).save(OUT.resolve("largest"));
    }

    private void commands(Commands commands, long nanos) {
        commands.run(nanos);
        report.add("Bad command lines: " + commands.tried);
        falls.addAll(commands.falls);
    }

    private void windows(Windows windows, long nanos) throws IOException {
        windows.run(nanos);
        report.add("Windows that started together: " + windows.starts + ", after crashes: " + windows.crashes);
        falls.addAll(windows.falls);
    }

    private void links(Links links) throws IOException, InterruptedException {
        List<Format> formats = Formats.all(folder);
        links.run(formats);
        links.folder(formats.stream()
                .filter(format -> format.name().equals("answers"))
                .findFirst()
                .orElseThrow()
                .samples()
                .get(0));
        report.add("Links: " + links.tried + ", opened " + links.opened + ", refused in words " + links.refused);
        falls.addAll(links.falls);
    }

    /** On the small disk that is named, if one is. */
    private void full(SplittableRandom random, long nanos) throws IOException {
        String named = System.getProperty("campaign.full", "");
        if (named.isEmpty()) {
            report.add("Full disk: none was named by campaign.full");
            return;
        }
        FullDisk disk = new FullDisk(random, Path.of(named));
        disk.run(nanos);
        report.add("Full disk: saved " + disk.saved + ", refused in words " + disk.refused);
        falls.addAll(disk.falls);
    }

    private void kills(Processes processes, long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            processes.kill();
        }
        report.add("Kills while saving: " + processes.kills);
        falls.addAll(processes.falls);
    }

    private void signals(Processes processes, long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            processes.signal();
        }
        report.add("Signals: " + processes.signals + ", over 2 s: " + processes.late + ", longest "
                + processes.longestMillis + " ms");
        falls.addAll(processes.falls);
    }

    private void actions(Actions actions)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        actions.run();
        report.addAll(actions.report);
        falls.addAll(actions.falls());
    }

    private void soak(Soak soak, long nanos) throws InterruptedException, ExecutionException, TimeoutException {
        soak.run(nanos);
        report.add("Soak: " + soak.actions + " keys, clicks and drags, " + soak.updates
                + " updates of the last run, live objects in MB " + soak.heaps + ", threads "
                + soak.threads + ", stood still for over 250 ms " + soak.freezes.size()
                + " times, of which the thread itself needed the processor for that long " + soak.holds.tooLong()
                + " times, the longest " + soak.holds.longestMillis() + " ms");
        soak.freezes.stream().limit(10).forEach(freeze -> report.add(freeze.toString()));
        falls.addAll(soak.falls);
    }
}
