using System.Collections.Immutable;

namespace Proof.Parameters;

/// <summary>All that "do the same with another" may exchange.</summary>
public static class Exchanges
{
    // What requests depend on, and no task has a parameter for.
    private static readonly ImmutableArray<Exchange> OfNoParameter =
    [
        new("grantee") { StrangersToLiteral = [_ => "false"], Keys = ["kms:GrantIsForAWSResource"] },
        new("MFA") { StrangersToCircumstances = own => own.SelectMany(one => one.WithoutMfa) },
        new("source address") { StrangersToCircumstances = OtherAddresses },
        new("region")
        {
            PlacesOfStrangers = place => [place with { Region = AnotherRegion(place) }, place with { Region = Nearest.Next(place.Region) }],
        },
    ];

    /// <summary>Each by its word, in the order of the words.</summary>
    public static IReadOnlyDictionary<string, Exchange> ByWord { get; } = ParameterKinds.All.SelectMany(kind => kind.Exchanges)
        .Concat(OfNoParameter)
        .OrderBy(exchange => exchange.Word, StringComparer.Ordinal)
        .ToDictionary(exchange => exchange.Word);

    // Beside all ranges, and where a request does not say where it comes from, as through a VPC endpoint.
    private static IEnumerable<Circumstances> OtherAddresses(IReadOnlyList<Circumstances> own)
    {
        var ranges = own.Select(one => one.Range).OfType<string>().Distinct().ToList();
        return ranges.Count == 0
            ? []
            : ranges.SelectMany(Circumstances.Beside).Where(address => !ranges.Any(range => Circumstances.IsIn(address, range)))
                .Append(null).Select(address => own[0] with { Address = address, Range = null });
    }

    private static string AnotherRegion(Place place)
    {
        string[] regions = place.Partition switch
        {
            "aws-us-gov" => ["us-gov-east-1", "us-gov-west-1"],
            "aws-cn" => ["cn-north-1", "cn-northwest-1"],
            _ => ["eu-south-2", "ap-south-2"],
        };
        return regions.First(region => region != place.Region);
    }
}
