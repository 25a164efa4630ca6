package vn.lienthong.routes.door.console;

import org.springframework.stereotype.Component;
import vn.lienthong.gateway.dossier.DossierId;

/** A document that one of the clerk's agencies sent, with its whole story: its sender may know how each copy fares. */
@Component
final class FindOutTray {

    private final ReadClerk clerks;
    private final ReadStory stories;

    FindOutTray(ReadClerk clerks, ReadStory stories) {
        this.clerks = clerks;
        this.stories = stories;
    }

    /** A clerk and a document that was sent in one of the clerk's agencies' names. */
    record Found(Clerk clerk, Story story) {}

    /** @throws NotFound where there is no such document, or none for this clerk */
    Found find(ConsoleUser user, String id) {
        Clerk clerk = clerks.read(user);
        return stories.read(NotFound.id(id, DossierId::new))
                .filter(story -> clerk.following().contains(story.dossier().sender()))
                .map(story -> new Found(clerk, story))
                .orElseThrow(NotFound::new);
    }
}
