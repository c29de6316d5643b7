package cn.baosong.camel.server;

/** Operations of camel-ftp that the office asks over. */
interface Lined {
  Line line();
}
