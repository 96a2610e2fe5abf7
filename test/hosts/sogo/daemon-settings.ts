// Every setting of SOGo's daemon, for its command line: there they come before those of /etc/sogo/sogo.conf.

export interface DaemonPlace {
  /** Ends without a slash; a table's name follows. */
  database: string
  port: number
  memcachedPort: number
  imapPort: number
  smtpPort: number
  /** For what it writes. */
  folder: string
}

/** The table SOGo looks its one member up in. */
export const usersTable = 'sogo_users'

export function daemonSettings(place: DaemonPlace): string[] {
  const { database, port, memcachedPort, imapPort, smtpPort, folder } = place
  const users = `type = sql; id = users; viewURL = "${database}/${usersTable}"; canAuthenticate = YES`
  const settings: Record<string, string> = {
    WOPort: `127.0.0.1:${port}`,
    WOWorkersCount: '4',
    WONoDetach: 'YES',
    WOLogFile: '-',
    WOPidFile: `${folder}/pid`,
    SxVMemLimit: '1024',
    SOGoProfileURL: `${database}/sogo_user_profile`,
    OCSFolderInfoURL: `${database}/sogo_folder_info`,
    OCSSessionsFolderURL: `${database}/sogo_sessions_folder`,
    OCSEMailAlarmsFolderURL: `${database}/sogo_alarms_folder`,
    SOGoUserSources: `({${users}; isAddressBook = NO; userPasswordAlgorithm = plain;})`,
    SOGoMemcachedHost: `127.0.0.1:${memcachedPort}`,
    SOGoIMAPServer: `imap://127.0.0.1:${imapPort}`,
    SOGoMailingMechanism: 'smtp',
    SOGoSMTPServer: `smtp://127.0.0.1:${smtpPort}`,
    SOGoMailDomain: 'support.example',
    SOGoMailSpoolPath: folder,
    SOGoMailAddOutgoingAddresses: 'NO',
    SOGoSieveScriptsEnabled: 'NO',
    SOGoVacationEnabled: 'NO',
    SOGoForwardEnabled: 'NO',
    SOGoLoginModule: 'Mail',
    SOGoLanguage: 'English',
    SOGoTimeZone: 'UTC',
  }
  return Object.entries(settings).flatMap(([name, value]) => [`-${name}`, value])
}
