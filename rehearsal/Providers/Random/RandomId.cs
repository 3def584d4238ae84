using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Rehearsal.Engine;

namespace Rehearsal.Providers.Random;

/// <summary>Random bytes in several notations. Its id is their base64url form; any change makes new ones.</summary>
internal sealed class RandomId : IRandomType
{
    public string Token => "random:index/randomId:RandomId";

    public IReadOnlySet<string> Inputs { get; } = new HashSet<string> { "byteLength", "keepers", "prefix" };

    public IReadOnlySet<string> ReplaceOn => Inputs;

    public CreatedResource Create(PropertyMap inputs)
    {
        var bytes = RandomNumberGenerator.GetBytes(inputs.Number("byteLength")!.Value);
        var prefix = inputs.Text("prefix");
        var base64 = Convert.ToBase64String(bytes);
        var base64Url = base64.Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return new CreatedResource(base64Url, PropertyMap.Of(
            ("b64Std", prefix + base64),
            ("b64Url", prefix + base64Url),
            ("dec", prefix + new BigInteger(bytes, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture)),
            ("hex", prefix + Convert.ToHexStringLower(bytes))));
    }
}
