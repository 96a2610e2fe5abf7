// Dovecot for one mailbox on loopback: everything it writes lies under one folder, and nothing of /etc is read.

export interface DovecotPlace {
  folder: string
  port: number
  /** Whom the mail belongs to and its processes run as: Dovecot refuses to read mail as root. */
  owner: { user: string; group: string }
}

export function dovecotConfiguration({ folder, port, owner }: DovecotPlace): string {
  const isRoot = process.getuid?.() === 0
  const rootless = isRoot
    ? ''
    : `default_internal_user = ${owner.user}
default_login_user = ${owner.user}
default_internal_group = ${owner.group}
service anvil {
  chroot =
}
`
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
${rootless}passdb {
  driver = passwd-file
  args = scheme=PLAIN ${folder}/passwd
}
userdb {
  driver = static
  args = uid=${owner.user} gid=${owner.group} home=${folder}/home
}
namespace inbox {
  inbox = yes
  separator = /
${['Sent', 'Drafts', 'Trash', 'Junk'].map(specialFolder).join('')}}
service imap-login {
${isRoot ? '' : '  chroot =\n'}  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`
}

function specialFolder(name: string): string {
  return `  mailbox ${name} {
    special_use = \\${name}
    auto = subscribe
  }
`
}
