package vn.lienthong.routes.command.demo;

/**
 * Two gateways, and an agency at each.
 *
 * @param office connected to the axis itself
 * @param province connected to its province's gateway
 * @param up a letter of the province to the office
 * @param down a letter of the office to the province
 * @param late a letter of the province, written while the axis is down
 */
record NetworkStage(
        DemoGateway axis, DemoGateway member, Office office, Office province, Letter up, Letter down, Letter late) {}
