// Russian: what the panel, the options page and the popup say.

import { count, isolate, type Plural } from '../locale.ts'
import { ruImport } from './ru-import.ts'
import type { Words } from './words.ts'

const daysAfter: Plural = { one: '# день', few: '# дня', many: '# дней', other: '# дня' }
const times: Plural = { one: '# раз', few: '# раза', many: '# раз', other: '# раза' }

export const ru: Words = {
  panel: {
    label: 'Что мы знаем об этом клиенте',

    matchedBy: {
      email: 'найдено по адресу почты',
      phone: 'найдено по телефону',
      domain: 'найдено по домену',
      record: 'найдено по карточке',
    },
    owner: name => `ответственный ${isolate(name)}`,
    noOwner: 'без ответственного',
    notThem: 'не тот клиент?',
    othersTitle: 'Возможно, это',

    risk: {
      bands: {
        low: 'Низкий риск',
        watch: 'Под наблюдением',
        high: 'Высокий риск',
        'very-high': 'Очень высокий риск',
      },
      unknown: 'Риск неизвестен',
      polarity: '100 — хуже всего',
    },

    annoyedBy: 'Раздражает',
    nothingLogged: 'Ничего не записано. Это не значит, что всё хорошо.',
    times: n => `${n}×`,
    timesLogged: (name, n) => `${name}: ${count('ru', times, n)}`,
    notSolved: 'не\u00a0решено',
    dashed: (what, how) => `${what} — ${how}`,
    solved: day => `решено ${day}`,
    moreIrritants: { one: 'и ещё #', other: 'и ещё #' },
    again: n => (n > 1 ? `повтор, в ${n}-й раз` : 'только что'),
    pending: { saving: 'сохраняется…', later: 'отправится позже', refused: 'не принято' },
    refusedSentence: 'Holdfast не принял эту запись. Удалите её или запишите другими словами.',
    takeBack: 'отменить',
    discard: 'удалить',

    owed: 'За нами',
    owedAnswer: (score, day) => `Связаться по оценке ${score}/10 от ${day}`,
    due: day => `срок ${day}`,
    daysLate: {
      one: 'опаздываем на # день',
      few: 'опаздываем на # дня',
      many: 'опаздываем на # дней',
      other: 'опаздываем на # дня',
    },

    dayOfGap: n => (n === 0 ? 'покупка сегодня' : `${n}-й день`),
    today: 'сегодня',
    rhythmPicture: {
      bought: dates => `Покупки: ${dates}.`,
      gap: n => `С последней покупки: ${count('ru', daysAfter, n)}.`,
      usual: (from, to) => `Следующая обычно бывает с ${from} по ${to}.`,
    },

    score: n => `Оценка клиента ${n} из 10`,
    noScore: 'Оценка клиента',
    quote: text => `«${text}»`,
    scorePicture: entries => `Оценки клиента, от старых к новым: ${entries}.`,
    scoreOn: (score, group, day) => `${score} из 10, ${group}, ${day}`,
    groups: { promoter: 'промоутер', passive: 'пассивный', detractor: 'критик' },
    followedUp: day => `связались ${day}`,

    why: score => `Почему ${score}`,
    whyUnknown: 'Риск',
    startsFrom: 'отсчёт от вашего обычного клиента',
    otherReasons: {
      one: 'ещё # причина',
      few: 'ещё # причины',
      many: 'ещё # причин',
      other: 'ещё # причины',
    },
    allReasons: 'все причины',
    sum: 'Риск ухода',

    logIrritant: '+ Раздражает',
    more: 'Ещё …',

    log: {
      title: name => `Что раздражает: ${isolate(name)}`,
      filter: 'Начните вводить',
      categories: 'Что раздражает',
      noMatch: 'Такого в списке нет. Выберите ближайшее, остальное скажите в заметке.',
      already: {
        one: 'уже # раз',
        few: 'уже # раза',
        many: 'уже # раз',
        other: 'уже # раза',
      },
      again: n => `повтор: в ${n}-й раз`,
      regular: 'Из-за постоянных повторов клиенты уходят.',
      change: 'изменить',
      note: 'Что именно? (по желанию)',
      submit: 'Записать',
      cancel: 'Отмена',
    },

    all: {
      title: 'Все показатели',
      close: 'Закрыть',
      matched: 'Как найдено',
      scores: 'Оценки клиента',
      irritants: 'Что раздражает',
      asOf: 'На момент',
      settingsVersion: 'Версия настроек',
      freshness: 'Состояние',
      fresh: 'актуально',
      refreshing: 'обновляется…',
      refresh: 'Обновить',
    },

    lastKnown: (ago, why) => `Данные: ${ago} — ${why}`,
    trouble: {
      offline: 'нет связи, пробуем снова',
      slow: 'ответа пока нет, пробуем снова',
      'not-holdfast': 'ответил не Holdfast',
      failing: 'сбой Holdfast, пробуем снова',
      'too-old': 'расширение устарело',
    },
    tryNow: 'Повторить',

    connecting: 'Подключение…',
    settling: 'Читаем страницу…',
    lookingUp: evidence => `Ищем ${isolate(evidence)}`,
    loading: 'Ищем этого клиента',

    notFound: {
      title: evidence => `Нет клиента с ${isolate(evidence)}`,
      sentence: 'Возможно, это новый клиент или он пишет с адреса, который Holdfast ещё не встречал.',
      action: 'Искать снова',
    },
    noCustomer: {
      title: 'На этой странице нет клиента',
      sentence: 'Откройте письмо или карточку клиента, и здесь появится то, что мы о нём знаем.',
    },
    notUnderstood: {
      title: 'Эта страница изменилась',
      sentence: host =>
        `${isolate(host)} выглядит иначе, чем ожидает Holdfast. Лучше не показать никого, чем показать не того.`,
      action: 'Прочитать страницу снова',
    },
    several: {
      title: 'Кто это?',
      sentence: 'То, что видно на странице, подходит нескольким клиентам.',
    },
    signedOut: {
      title: 'Пока не подключено',
      sentence: 'Нужны адрес вашего рабочего пространства и ваш токен. И то и другое есть у администратора.',
      action: 'Подключить',
    },
    revoked: {
      title: 'Доступ прекращён',
      sentence:
        'Ваш токен отозван или заменён, данные клиентов на этом компьютере стёрты. Попросите у администратора новый токен.',
      action: 'Подключить снова',
    },
    offline: {
      title: 'Нет связи с Holdfast',
      sentence: 'Сеть или сервер недоступны. Этого клиента раньше не открывали, поэтому показать нечего.',
      action: 'Повторить',
    },
    slow: {
      title: 'Ответ не пришёл вовремя',
      sentence: 'Holdfast отвечает слишком долго. Запрос повторится сам.',
      action: 'Повторить',
    },
    'not-holdfast': {
      title: 'Ответил не Holdfast',
      sentence: 'Возможно, это страница входа вашей сети или адрес не от вашего рабочего пространства.',
      action: 'Проверить адрес',
    },
    failing: {
      title: 'Сбой Holdfast',
      sentence: 'Сервер сообщил, что сейчас не может ответить. Запрос повторится сам.',
      action: 'Повторить',
    },
    'too-old': {
      title: 'Расширение устарело',
      sentence: 'Рабочее пространство уже обновилось. Обновите Holdfast на странице расширений браузера.',
      action: 'Повторить',
    },
    broken: {
      title: 'Это не удалось показать',
      sentence: 'Эта версия не умеет показать такой ответ. Всё записанное сохранено.',
      action: 'Повторить',
    },
  },

  options: {
    title: 'Holdfast',
    sections: {
      connect: 'Подключение',
      hosts: 'Сайты',
      import: 'Импорт',
      language: 'Язык',
      theme: 'Оформление',
    },
    marks: { unsaved: 'ещё не сохранено', busy: 'идёт работа' },
    navigation: 'Настройки',
    reading: 'Минуту…',
    backgroundGone: 'Расширение обновилось. Перезагрузите эту страницу.',

    connect: {
      title: 'Подключение',
      intro:
        'То, что знает ваша команда, хранится на сервере вашей компании. Его адрес и токен даёт администратор.',
      address: 'Адрес',
      addressHint:
        'Например, holdfast.example.com. Всегда https; http — только для этого компьютера (localhost).',
      token: 'Токен',
      tokenHint: 'Начинается с hf_. Хранится в этом браузере и отправляется только на этот адрес.',
      show: 'показать',
      hide: 'скрыть',
      submit: 'Подключить',
      trying: 'Проверяем…',
      connected: 'Подключено',
      workspace: 'Рабочее пространство',
      role: 'Ваша роль',
      roles: { agent: 'оператор', manager: 'руководитель', admin: 'администратор' },
      disconnect: 'Отключить',
      disconnectHint: 'При отключении данные клиентов в этом браузере стираются.',
      next: 'Выберите сайты, на которых появится панель',
      failures: {
        'not-an-address':
          'Такой адрес использовать нельзя. Нужен https; http — только для этого компьютера (localhost).',
        'no-permission':
          'Браузеру не разрешено обращаться к этому адресу. Подключите ещё раз и дайте разрешение.',
        'wrong-token': 'Сервер на месте, но не знает этого токена. Проверьте, что он скопирован целиком.',
        offline: 'По этому адресу никто не отвечает. Проверьте адрес и сеть.',
        slow: 'Сервер отвечает слишком долго. Повторите чуть позже.',
        'not-holdfast': 'По этому адресу отвечает не Holdfast. Адрес точно верный?',
        failing: 'Holdfast сообщил о собственном сбое. Повторите чуть позже.',
        'too-old': 'Расширение слишком старое для этого сервера. Сначала обновите его.',
      },
    },

    hosts: {
      title: 'Сайты',
      intro:
        'Панель появляется только на сайтах, которые вы включили. На остальных Holdfast не работает вовсе.',
      enabled: 'включено',
      disabled: 'не включено',
      enable: name => `Включить на ${isolate(name)}`,
      disable: name => `Выключить на ${isolate(name)}`,
      enableShort: 'Включить',
      disableShort: 'Выключить',
      refused: 'Браузер не получил разрешения, ничего не изменилось.',
    },

    import: ruImport,

    language: {
      title: 'Язык',
      intro: 'На каком языке Holdfast говорит с вами, здесь и в панели.',
      automatic: 'Как в браузере',
      automaticHint: name => `Сейчас: ${name}`,
    },
    theme: {
      title: 'Оформление',
      intro:
        'Как выглядит Holdfast. Панель рядом со страницей подстраивается под неё, если вы не решите иначе.',
      choices: { automatic: 'Как вокруг', light: 'Светлое', dark: 'Тёмное' },
      automaticHint: 'Панель — как страница рядом, остальное — как система.',
    },
  },

  popup: {
    title: 'Holdfast',
    enabledHere: name => `${isolate(name)}: панель включена.`,
    disabledHere: name => `${isolate(name)}: панель выключена.`,
    unknownHere: 'Этот сайт Holdfast пока не знает.',
    unseenHere: 'Где Holdfast не включён, он не видит, что это за страница. Список сайтов — в настройках.',
    enable: 'Включить на этом сайте',
    reload: 'Если панель не появилась, перезагрузите страницу.',
    refused: 'Браузер не получил разрешения, ничего не изменилось.',
    connectedTo: workspace => `Подключено: ${isolate(workspace)}`,
    notConnected: 'Пока не подключено',
    connect: 'Подключить',
    options: 'Настройки',
  },
}
