package lab.carousel.file.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import lab.carousel.file.answers.AnswersFile;
import lab.carousel.lesson.answers.AnswerSheet;

/** A student who takes the lesson of a page from its first step to its last, by the page's own buttons and fields. */
final class PageStudent {

    /** Waits for an element, presses buttons, types: as a hand does. */
    private static final String TAKE =
            """
            const get = (id) => document.getElementById(id);
            const press = (id) => get(id).click();
            const choice = NUMBER;
            const trained = () => new Promise((ready) => {
              const look = () => document.body.classList.contains('training') ? setTimeout(look, 5) : ready();
              look();
            });
            const step = async () => {
              const now = stepNow();
              if (now.choices > 0) {
                press('lessonChoice' + (1 + choice % now.choices));
                if (get('lessonReason')) {
                  get('lessonReason').value = 'reason ' + choice;
                  get('lessonReason').dispatchEvent(new Event('input'));
                }
                press('lessonReveal');
              }
              if (now.needsRun && now.experiment) {
                if (now.id === 'another-seed') {
                  get('seed').value = String(100 + choice);
                }
                document.querySelector('#try button[type=submit]').click();
                await trained();
              }
              if (now.choices > 0 && !isExplained()) {
                press('lessonChoice' + (now.right === null ? 1 : now.right + 1));
              }
              for (let at = 0; canObserve() && at < now.observe.length; at++) {
                if (get('lessonRead' + (at + 1))) {
                  get('lessonRead' + (at + 1)).value = String(shownValue(now.observe[at])).slice(0, 7);
                  press('lessonCheck' + (at + 1));
                } else {
                  press('lessonSeen' + (at + 1) + '-1');
                }
              }
              for (let card = 1; card <= now.cards.length; card++) {
                press('lessonTurn' + card);
                press(choice % 3 === 0 ? 'lessonNotYet' + card : 'lessonKnew' + card);
              }
              if (LESSON.at < DATA.lesson.steps.length - 1) {
                press('lessonNext');
                await step();
              }
            };
            step().then(() => {
              get('lessonStudent').value = 'Student, no. ' + choice;
              get('lessonStudent').dispatchEvent(new Event('input'));
              done();
            });
            """;

    private PageStudent() {}

    /**
     * Takes the lesson of the page that is open.
     *
     * @param number of the student: decides what is predicted and which seed is trained
     * @return the answers as the page would save them
     */
    static AnswerSheet take(Browser browser, int number) throws IOException, InterruptedException {
        browser.runAndWait(TAKE.replace("NUMBER", Integer.toString(number)));
        String text = browser.run("return answersText()").textValue();
        return AnswersFile.parse("page", text.getBytes(StandardCharsets.UTF_8));
    }
}
