package lab.carousel.ui.workspace;

import lab.carousel.text.Message;
import lab.carousel.ui.lab.Lab;
import lab.carousel.ui.state.TraceService;

/** Lets the parts of the work hear of each other, whether there is a window or not. */
record Connections(Workspace workspace, Sessions sessions) {

    void connect() {
        Lab lab = workspace.lab();
        TraceService traces = workspace.traces();
        lab.restartNeededProperty().addListener((observable, before, needed) -> offerRestart(needed));
        lab.liveProperty()
                .addListener((observable, before, now) ->
                        workspace.notices().done(Message.text(now ? "notice.live.on" : "notice.live.off")));
        lab.editedProperty()
                .addListener((observable, before, now) ->
                        now.ifPresent(mended -> workspace.notices().withdrawInvalid()));
        traces.follow(workspace.travel().shownProperty());
        traces.tracedProperty().addListener((observable, before, now) -> {
            if (now != null) {
                workspace.selection().keepWithin(now.traces());
                sessions.shown(now.trained());
            }
        });
        workspace
                .lookProperty()
                .addListener((observable, before, now) ->
                        workspace.beside().studies().setPalette(now.palette()));
        lab.runningProperty()
                .addListener((observable, before, now) -> workspace.choices().forget());
        workspace.travel().follow(lab.statusProperty());
        lab.statusProperty().subscribe((before, now) -> workspace.trouble().tell(before, now));
    }

    private void offerRestart(boolean needed) {
        if (needed) {
            workspace
                    .notices()
                    .offer(Message.of("notice.restartNeeded"), Message.of("notice.restart"), workspace.lab()::restart);
        } else {
            workspace.notices().withdraw();
        }
    }
}
