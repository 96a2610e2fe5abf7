<?php
// Roundcube for the mailbox of test/hosts/mail/; everything it writes lies under its own state folder.
$state = getenv('ROUNDCUBE_STATE');
$config = [
    'db_dsnw' => "sqlite:///$state/roundcube.sqlite?mode=0600",
    'imap_host' => '127.0.0.1:' . getenv('IMAP_PORT'),
    'smtp_host' => '127.0.0.1:' . getenv('SMTP_PORT'),
    'smtp_user' => '',
    'smtp_pass' => '',
    'mail_domain' => 'support.example',
    'username_domain' => '',
    'product_name' => 'Support Mail',
    'des_key' => 'twenty-four-characters-x',
    'plugins' => [],
    'skin' => 'elastic',
    'language' => 'en_US',
    'timezone' => 'UTC',
    'enable_spellcheck' => false,
    'temp_dir' => "$state/temp",
    'log_dir' => "$state/logs",
    'log_logins' => false,
    'session_lifetime' => 600,
    'ip_check' => false,
];
