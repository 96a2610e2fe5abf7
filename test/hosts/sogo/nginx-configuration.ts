// The proxy that SOGo expects before itself: it serves the static files and tells SOGo its own address. On loopback,
// and everything it writes lies under one folder.

export interface ProxyPlace {
  folder: string
  port: number
  /** Of SOGo's own daemon. */
  sogoPort: number
  /** Whom its worker runs as. */
  user: string
}

const resources = '/usr/lib/GNUstep/SOGo/WebServerResources/'

export function nginxConfiguration({ folder, port, sogoPort, user }: ProxyPlace): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    what => `  ${what}_temp_path ${folder}/${what};\n`,
  )
  return `${process.getuid?.() === 0 ? `user ${user};\n` : ''}worker_processes 1;
daemon off;
pid ${folder}/pid;
error_log ${folder}/error.log;
events {
  worker_connections 256;
}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
${paths.join('')}  server {
    listen 127.0.0.1:${port};
    location = / {
      return 302 http://$http_host/SOGo;
    }
    location /SOGo.woa/WebServerResources/ {
      alias ${resources};
    }
    location /SOGo/WebServerResources/ {
      alias ${resources};
    }
    location /SOGo {
      proxy_pass http://127.0.0.1:${sogoPort};
      proxy_http_version 1.0;
      proxy_set_header Host $http_host;
      proxy_set_header x-webobjects-server-port ${port};
      proxy_set_header x-webobjects-server-name 127.0.0.1;
      proxy_set_header x-webobjects-server-url http://127.0.0.1:${port};
      proxy_set_header x-webobjects-server-protocol HTTP/1.0;
      proxy_set_header x-webobjects-remote-host 127.0.0.1;
      proxy_buffer_size 64k;
      proxy_buffers 8 64k;
    }
  }
}
`
}
