package lab.carousel.ui.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lab.carousel.lesson.Lesson;
import lab.carousel.lesson.ReaderQuestion;
import lab.carousel.manual.LinkTarget;
import lab.carousel.manual.Manual;
import lab.carousel.manual.ManualPage;
import lab.carousel.manual.Section;
import lab.carousel.manual.search.Hit;
import lab.carousel.manual.search.Marked;
import lab.carousel.manual.search.Search;
import lab.carousel.manual.search.Searchable;
import lab.carousel.manual.search.Vocabulary;
import lab.carousel.text.Glossary;
import lab.carousel.text.Message;

/** Searches the sections of the manual and the questions that the lessons answer. */
final class ManualSearch {

    /** The most hits: nobody reads more. */
    private static final int MOST = 12;
    /** A question that fits has an answer; a section that fits only might have one. */
    private static final double QUESTION_WEIGHT = 1.5;
    /** The top of a page says what the page is about. */
    private static final double TOP_WEIGHT = 1.1;

    /** A line that begins with what it explains, as rows of tables and items of lists do. */
    private static final Pattern EXPLAINED = Pattern.compile("([^–:.]{2,60}) – (?:[^–\\p{L}]*\\p{L}+){5}[^–]*");

    private static final double EXPLAINED_WEIGHT = 0.6;

    /** For people who work on the program. */
    static final Set<String> FOR_DEVELOPERS =
            Set.of("architecture.md", "decisions.md", "campaign.md", "contributing.md", "benchmarks.md");

    /** Lists to look things up in, which have all words. */
    private static final Set<String> FOR_REFERENCE = Set.of(
            "keys.md",
            "changelog.md",
            "classics.md",
            "command-line.md",
            "settings.md",
            "experiment-files.md",
            "study-files.md");

    private static final double REFERENCE_WEIGHT = 0.5;
    /** Each of its sections answers a question, but no lesson does. */
    private static final String ANSWERS = "questions.md";

    private static final double ANSWERS_WEIGHT = 1.15;
    /** Its top is a list of the pages. */
    private static final String CONTENTS = "index.md";
    /** Its sections say in short what words mean. */
    private static final String GLOSSARY = GlossaryPage.NAME;

    private static final double GLOSSARY_WEIGHT = 0.56;

    /** Below this share of known words a query may be in another language. */
    private static final double FEW_KNOWN = 0.6;

    private final Search<ManualHit> search;
    /** What may be found, in the order of the manual, which is that of each language. */
    private final List<ManualHit> subjects;

    /** Those in the other languages. */
    private final Supplier<List<ManualSearch>> others;

    /** A search that finds what is asked in the language of the manual. */
    ManualSearch(Manual manual, List<Lesson> lessons) {
        this(manual, lessons, List::of);
    }

    /** @param others gives those in the other languages, when something is asked that may be in one of them */
    ManualSearch(Manual manual, List<Lesson> lessons, Supplier<List<ManualSearch>> others) {
        this.others = others;
        List<Searchable<ManualHit>> entries = new ArrayList<>();
        for (Lesson lesson : lessons) {
            for (ReaderQuestion answer : lesson.spoken().answers()) {
                entries.add(new Searchable<>(
                        new ManualHit.Answered(answer, lesson),
                        answer.question(),
                        lesson.title(),
                        List.of(answer.inShort()),
                        false,
                        QUESTION_WEIGHT));
            }
        }
        for (ManualPage page : manual.pages()) {
            if (FOR_DEVELOPERS.contains(page.name())) {
                continue;
            }
            double forWhom = weight(page.name());
            for (Section section : page.sections()) {
                if (section.target().equals(LinkTarget.page(CONTENTS))) {
                    continue;
                }
                ManualHit passage = new ManualHit.Passage(section, page.title());
                double weight = forWhom * (section.target().anchor().isEmpty() ? TOP_WEIGHT : 1);
                boolean isMeaning = page.name().equals(GLOSSARY);
                List<String> lines = isMeaning ? withForms(section) : section.lines();
                entries.add(new Searchable<>(passage, section.title(), page.title(), lines, isMeaning, weight));
                for (String line : section.lines()) {
                    Matcher explained = EXPLAINED.matcher(line);
                    if (explained.matches()) {
                        entries.add(new Searchable<>(
                                passage,
                                explained.group(1),
                                section.title(),
                                List.of(line),
                                false,
                                forWhom * EXPLAINED_WEIGHT));
                    }
                }
            }
        }
        subjects = entries.stream().map(Searchable::subject).distinct().toList();
        search = new Search<>(entries, spoken());
    }

    /** A meaning is found by every form of its word. */
    private static List<String> withForms(Section section) {
        return Glossary.current().in(section.title()).stream()
                .limit(1)
                .map(word -> String.join(", ", word.entry().forms()) + ": "
                        + word.entry().text())
                .toList();
    }

    private static double weight(String page) {
        if (FOR_REFERENCE.contains(page)) {
            return REFERENCE_WEIGHT;
        }
        return page.equals(ANSWERS) ? ANSWERS_WEIGHT : page.equals(GLOSSARY) ? GLOSSARY_WEIGHT : 1;
    }

    /** What the search knows of the language. */
    static Vocabulary spoken() {
        return new Vocabulary(
                Message.text("search.fillWords"),
                Message.text("search.sameWords"),
                Message.text("search.endings"),
                Message.text("search.asksMeaning"));
    }

    /** Searches as somebody types who has only begun, which takes long until Java has compiled it. */
    void warmUp() {
        List.of("be", "re", "se", "te", "ge").forEach(this::find);
    }

    /** What fits best, best first; the last word may be only begun. A question in another language finds the same sections. */
    List<Hit<ManualHit>> find(String words) {
        if (search.known(words) >= FEW_KNOWN) {
            return search.find(words, MOST);
        }
        return others.get().stream()
                .filter(other -> other.search.known(words) > search.known(words))
                .max(Comparator.comparingDouble(other -> other.search.known(words)))
                .map(other -> other.search.find(words, MOST).stream()
                        .flatMap(hit -> here(hit, other))
                        .toList())
                .orElseGet(() -> search.find(words, MOST));
    }

    /** What another search has found, in the language of this one. */
    private Stream<Hit<ManualHit>> here(Hit<ManualHit> hit, ManualSearch other) {
        Stream<ManualHit> same = hit.subject() instanceof ManualHit.Passage found
                ? subjects.stream()
                        .filter(each -> each instanceof ManualHit.Passage passage
                                && passage.section()
                                        .target()
                                        .equals(found.section().target()))
                : Stream.of(subjects.get(other.subjects.indexOf(hit.subject())));
        return same.limit(1).map(each -> new Hit<>(each, Marked.plain(title(each)), Marked.plain(""), hit.score()));
    }

    private static String title(ManualHit hit) {
        return hit instanceof ManualHit.Answered answered
                ? answered.answer().question()
                : ((ManualHit.Passage) hit).section().title();
    }
}
