package vn.lienthong.gateway.memory;

import java.util.List;
import vn.lienthong.gateway.webhook.Happening;
import vn.lienthong.gateway.webhook.News;

final class InMemoryNews implements News {

    private final Tables tables;

    InMemoryNews(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(List<Happening> happenings) {
        if (!tables.webhooks.isEmpty()) {
            tables.news.addAll(happenings);
        }
    }
}
