package vn.lienthong.routes.command.bench;

/**
 * One measured round.
 *
 * @param seconds from the first document to the last answer
 * @param latencyNanos of each document, from its first byte sent to its answer
 * @param gatewayCpuMicros processor time of the gateway's process in the round
 * @param databaseCpuMicros of its database server
 * @param senderCpuMicros of the process that sends, which shares the machine
 */
record Round(
        int documents,
        double seconds,
        long[] latencyNanos,
        double gatewayCpuMicros,
        double databaseCpuMicros,
        double senderCpuMicros) {

    double documentsPerSecond() {
        return documents / seconds;
    }

    double gatewayMicrosEach() {
        return gatewayCpuMicros / documents;
    }

    double databaseMicrosEach() {
        return databaseCpuMicros / documents;
    }

    double senderMicrosEach() {
        return senderCpuMicros / documents;
    }
}
